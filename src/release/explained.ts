import type { ApiTrouble } from "../host/host.ts";
import { type Diagnostic, quoted, quotedList } from "../report.ts";
import type { ReleaseTrouble } from "./outcome.ts";

/** What the user should know of a release that could not be published. */
export function explainRelease(tag: string, trouble: ReleaseTrouble): Diagnostic {
  switch (trouble.kind) {
    case "api":
      return apiDiagnostic(tag, trouble.during, trouble.trouble);
    case "lost":
      return world(
        "release/lost",
        `the release ${quoted(tag)} vouches for ${quotedList(trouble.names)}, not there, or not as it was signed`,
        "publish the packages concerned together with these, or put the files back; nothing was changed",
      );
    case "unverified":
      return request(
        "release/unverified",
        `the release ${quoted(tag)} lists packages of others, and they can't be kept: ${trouble.why}`,
        "name the public key of whoever published them with `--trust`, or publish to another tag",
      );
    case "immutable":
      return request(
        "release/immutable",
        `the release ${quoted(tag)} is immutable, and ${quotedList(trouble.names)} would have to change`,
        "publish to a new tag, as with `--tag '{port}-{version}'`; GitHub never changes an immutable release",
      );
    case "too-many":
      return request(
        "release/too-many",
        `the release ${quoted(tag)} would hold ${trouble.count} assets at once, and GitHub allows 1000`,
        trouble.template === undefined
          ? "publish fewer packages to one tag"
          : `spread them over several releases: \`--tag '${trouble.template}'\``,
      );
    case "restless":
      return world(
        "release/unsettled",
        `the release ${quoted(tag)} is not what it should be yet, and after many attempts it still fails: ${trouble.why}`,
        "run the same command again: it goes on where it stopped",
      );
  }
}

function apiDiagnostic(tag: string, during: string, trouble: ApiTrouble): Diagnostic {
  switch (trouble.kind) {
    case "unreachable":
      return world(
        "release/unreachable",
        `GitHub can't be reached to ${during}: ${trouble.why}`,
        "run the same command again: it goes on where it stopped",
      );
    case "limited":
      return world(
        "release/limited",
        `GitHub allows no more requests for ${Math.ceil(trouble.waitMs / 60_000)} minutes`,
        "run the same command again then: it goes on where it stopped",
      );
    case "refused":
      return refusal(tag, during, trouble);
  }
}

function refusal(
  tag: string,
  during: string,
  { status, message }: Extract<ApiTrouble, { kind: "refused" }>,
): Diagnostic {
  const said = `${status}${message === "" ? "" : ` ${quoted(message)}`}`;
  if (status === 401) {
    return request("release/token", `GitHub does not know the token (${said})`, "give one that is valid");
  }
  if (status === 403 || status === 404) {
    return request(
      "release/forbidden",
      `GitHub does not let this token ${during} (${said}); the release is ${quoted(tag)}`,
      "check `--repo`, and give the job `permissions: {contents: write}`; for a commit that changes workflows GitHub refuses the job's own token",
    );
  }
  return world(
    "release/refused",
    `GitHub refused to ${during} (${said})`,
    "see what GitHub says, and run it again",
  );
}

function request(code: `release/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "request", message, help };
}

function world(code: `release/${string}`, message: string, help: string): Diagnostic {
  return { severity: "error", code, blame: "world", message, help };
}
