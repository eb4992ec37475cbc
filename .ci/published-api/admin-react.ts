// The API that targets of the admin had until 2025-07, held against the published types of each version.
import type {ExtensionTargets as Targets2023_10} from 'published-admin-2023-10/extension-targets.d.ts';
import type {ExtensionTargets as Targets2024_01} from 'published-admin-2024-01/extension-targets.d.ts';
import type {ExtensionTargets as Targets2024_04} from 'published-admin-2024-04/extension-targets.d.ts';
import type {ExtensionTargets as Targets2024_07} from 'published-admin-2024-07/extension-targets.d.ts';
import type {ExtensionTargets as Targets2024_10} from 'published-admin-2024-10/extension-targets.d.ts';
import type {ExtensionTargets as Targets2025_01} from 'published-admin-2025-01/extension-targets.d.ts';
import type {ExtensionTargets as Targets2025_04} from 'published-admin-2025-04/extension-targets.d.ts';
import type {ExtensionTargets as Targets2025_07} from 'published-admin-2025-07/extension-targets.d.ts';
import type {Mismatches} from './admin-parts.ts';
import type {NoMember} from './view.ts';

export type Checked = [
  NoMember<Mismatches<Targets2023_10>>,
  NoMember<Mismatches<Targets2024_01>>,
  NoMember<Mismatches<Targets2024_04>>,
  NoMember<Mismatches<Targets2024_07>>,
  NoMember<Mismatches<Targets2024_10>>,
  NoMember<Mismatches<Targets2025_01>>,
  NoMember<Mismatches<Targets2025_04>>,
  NoMember<Mismatches<Targets2025_07>>,
];
