// The API that simhost gives targets of the admin, held against the published types of one version. Never run: a member that is
// missing, renamed or of another type breaks `tsc -p .ci/published-api/<version>.json`.
import type {ExtensionTargets} from 'published-admin/extension-targets.d.ts';
import type {AdminTarget} from '../../harness/wire/admin-targets.ts';
import type {Mismatches} from './admin-parts.ts';
import type {NoMember} from './view.ts';

export type Checked = NoMember<Mismatches<ExtensionTargets>>;

type Each<Target extends AdminTarget> = Target;
/** Every target of the version is simulated. */
export type CheckedTargets = Each<keyof ExtensionTargets>;
