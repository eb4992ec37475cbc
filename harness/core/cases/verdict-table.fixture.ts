import type {CaseId} from './case-id.ts';
import {DISAGREEMENTS} from './disagreements.fixture.ts';
import {LIBRARIES} from './libraries.fixture.ts';
import type {LibraryName} from './libraries.fixture.ts';
import {isInRange} from './versions.fixture.ts';

/** The verdicts in which a library differs from the catalogue, one line for each token. */
export function listedFor(name: LibraryName, version: string): readonly string[] {
  return DISAGREEMENTS.filter(
    ({library, versions = '>=0'}) => library === name && isInRange(version, versions),
  )
    .flatMap(({id, variants, does}) => variants.map((variant) => lineOf(id, variant, does)))
    .toSorted();
}

/** @returns a sentence if nobody asked this version before, with what is different about it; else `undefined` */
export function newVersionReport(
  name: LibraryName,
  version: string,
  found: readonly string[],
): string | undefined {
  const {versions} = LIBRARIES[name];
  if (isInRange(version, versions)) return undefined;

  const listed = listedFor(name, version);
  const differences = [
    ...found.filter((line) => !listed.includes(line)).map((line) => `  now    ${line}`),
    ...listed.filter((line) => !found.includes(line)).map((line) => `  before ${line}`),
  ];

  const outcome =
    differences.length === 0
      ? 'It agrees with the table.'
      : `It differs from the table:\n${differences.join('\n')}`;

  return (
    `The verdicts of ${name} ${version} are not known, only those of ${versions}. ${outcome}\n` +
    'Add the version to harness/core/cases/libraries.fixture.ts, and each difference to harness/core/cases/disagreements.fixture.ts.'
  );
}

/** Writes a difference as one line. */
export function lineOf(id: CaseId, variant: string, does: string): string {
  return `${variant === '' ? id : `${id} (${variant})`}: ${does}`;
}
