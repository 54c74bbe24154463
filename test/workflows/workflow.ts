// A workflow file, read by GitHub's own parser.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  convertWorkflowTemplate,
  isMapping,
  NoOperationTraceWriter,
  parseWorkflow,
} from "@actions/workflow-parser";
import type { WorkflowJob, WorkflowTemplate } from "@actions/workflow-parser/model/workflow-template";
import type { TemplateToken } from "@actions/workflow-parser/templates/tokens/index";

export type Workflow = {
  readonly file: string;
  readonly jobs: readonly WorkflowJob[];
  readonly call: NonNullable<WorkflowTemplate["events"]["workflow_call"]> | undefined;
  /** A part of the file by its keys: what the parser's own model leaves out. */
  readonly at: (...keys: readonly string[]) => TemplateToken | undefined;
};

/** `file` is relative to the repository's `folder`. Throws with all that GitHub would refuse it for. */
export async function readWorkflow(folder: string, file: string): Promise<Workflow> {
  const parsed = parseWorkflow(
    { name: file, content: readFileSync(join(folder, file), "utf8") },
    new NoOperationTraceWriter(),
  );
  const { value: root, context } = parsed;
  const refused = () => context.errors.getErrors().map(({ message }) => `${file}: ${message}`);
  if (!root || refused().length > 0) throw new Error(refused().join("\n"));
  const template = await convertWorkflowTemplate(context, root, undefined);
  if (refused().length > 0) throw new Error(refused().join("\n"));
  const at = (...keys: readonly string[]) =>
    keys.reduce<TemplateToken | undefined>(
      (token, key) => (token && isMapping(token) ? token.find(key) : undefined),
      root,
    );
  return { file, jobs: template.jobs, call: template.events.workflow_call, at };
}
