// Of @actions/tool-cache what is used here: behind names of their own the bundler leaves its HTTP client out.

export { cacheDir, find } from "@actions/tool-cache";
