import type {PackageManager} from './package-manager.ts';

/** The path of the workflow, from the repository's folder. */
export const WORKFLOW_FILE = '.github/workflows/simhost.yml';

/** The content of a workflow. */
export interface WorkflowContent {
  readonly manager: PackageManager;
  /** The project's folder in the repository; `.` for the repository itself. */
  readonly folder: string;
  /** The config, if its name is not the usual one. */
  readonly config: string | null;
}

/** Writes a workflow of GitHub Actions: two shards, and one HTML report of both. */
export function workflowFile(content: WorkflowContent): string {
  const {folder} = content;
  const defaults = folder === '.' ? '' : `\ndefaults:\n  run:\n    working-directory: ${folder}\n`;

  return `name: simhost

on:
  push:
    branches: [main, master]
  pull_request:

permissions:
  contents: read
${defaults}
jobs:
${testJob(content)}
${reportJob(content)}`;
}

function testJob({manager, folder, config}: WorkflowContent): string {
  const given = config === null ? '' : ` -c ${config}`;
  return `  test:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    strategy:
      fail-fast: false
      matrix:
        shard: [1, 2]
    steps:
${installSteps(manager)}
      - run: ${manager.execute} playwright install --with-deps --only-shell chromium
      - run: ${manager.execute} playwright test${given} --forbid-only --reporter=blob --shard=\${{ matrix.shard }}/2
      - uses: actions/upload-artifact@v4
        if: \${{ !cancelled() }}
        with:
          name: blob-report-\${{ matrix.shard }}
          path: ${below(folder)}blob-report
          retention-days: 1
`;
}

function reportJob({manager, folder}: WorkflowContent): string {
  return `  report:
    if: \${{ !cancelled() }}
    needs: test
    runs-on: ubuntu-latest
    steps:
${installSteps(manager)}
      - uses: actions/download-artifact@v4
        with:
          path: ${below(folder)}all-blob-reports
          pattern: blob-report-*
          merge-multiple: true
      - run: ${manager.execute} playwright merge-reports --reporter=html all-blob-reports
      - uses: actions/upload-artifact@v4
        with:
          name: playwright-report
          path: ${below(folder)}playwright-report
          retention-days: 14
`;
}

/** Artifacts count their paths from the repository. */
function below(folder: string): string {
  return folder === '.' ? '' : `${folder}/`;
}

function installSteps({name, pinnedIn, installLocked}: PackageManager): string {
  const steps = [
    ['uses: actions/checkout@v4'],
    ...(name === 'pnpm' ? [pnpmStep(pinnedIn)] : []),
    ...(name === 'bun' ? [['uses: oven-sh/setup-bun@v2']] : []),
    ['uses: actions/setup-node@v4', 'with:', '  node-version: 22'],
    ...(name === 'yarn' && pinnedIn !== null ? [['run: corepack enable']] : []),
    [`run: ${installLocked}`],
  ];
  return steps
    .map((lines) => lines.map((line, index) => `${index === 0 ? '      - ' : '        '}${line}`).join('\n'))
    .join('\n');
}

/** This action takes the version from `packageManager`, by default in the repository's folder, and refuses a second one. */
function pnpmStep(pinnedIn: string | null): readonly string[] {
  const step = 'uses: pnpm/action-setup@v4';
  if (pinnedIn === null) return [step, 'with:', '  version: 10'];
  return pinnedIn === '.' ? [step] : [step, 'with:', `  package_json_file: ${pinnedIn}/package.json`];
}
