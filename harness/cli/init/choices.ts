import type {BackendCommand} from '../../wire/first-look.ts';
import type {FoundProject} from './found-project.ts';
import type {Part} from './parts.ts';

/** The answers to the questions of init. */
export interface Choices {
  readonly parts: readonly Part[];
  /** The server that answers the extensions, or `null` for the sample backend. */
  readonly backend: BackendCommand | null;
  /** Whether CI gets a workflow. */
  readonly hasWorkflow: boolean;
  /** Whether the packages are installed now. */
  readonly installs: boolean;
}

/** The answers without a question: everything that was found. */
export function defaultChoices(
  {parts, backends}: FoundProject,
  {installs}: {readonly installs: boolean},
): Choices {
  const [backend] = backends;
  return {
    parts,
    backend: backend === undefined ? null : {command: backend.command, cwd: backend.folder},
    hasWorkflow: true,
    installs,
  };
}
