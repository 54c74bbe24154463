#!/usr/bin/env node
if (parseInt(process.versions.node, 10) < 20) {
  console.error("tarwright needs Node.js 20 or later, and this is " + process.version);
  process.exit(2);
} else {
  import("./chunks/cli.js");
}
