import {mkdir, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {audit} from '../audit/audit.ts';
import type {AuditReport} from '../audit/report.ts';
import {write} from '../audit/reports/reports.ts';
import type {ReportFormat} from '../audit/reports/reports.ts';
import {terminal} from '../audit/reports/terminal.ts';
import {writing} from '../node/writing.ts';
import {AUDIT_OPTIONS, readAuditArguments} from './audit/arguments.ts';
import {progressBar} from './audit/progress-bar.ts';
import type {CommandDescription} from './command.ts';

export const DESCRIPTION: CommandDescription = {
  name: 'audit',
  usage: ['audit <url> [options]'],
  summary: `Sends every case of the catalogue to a running backend, and reports what it wrongly accepts, wrongly refuses or fails on.
Exit code 0: clean. 1: findings. 2: the backend could not be audited.`,
  options: AUDIT_OPTIONS,
};

const EXIT_CODES: Readonly<Record<AuditReport['verdict'], number>> = {
  clean: 0,
  findings: 1,
  'not-auditable': 2,
};

export async function run(args: readonly string[]): Promise<void> {
  const {url, options, reports, notApplicable} = await readAuditArguments(args);

  const bar = progressBar(process.stderr);
  const report = await audit(url, {...options, onProgress: bar.show}).finally(bar.clear);

  for (const [format, file] of reports) await writeReport(format, file, report);
  const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  console.log(terminal(report, {color, notApplicable}));
  process.exitCode = EXIT_CODES[report.verdict];
}

async function writeReport(format: ReportFormat, file: string, report: AuditReport): Promise<void> {
  await writing({what: 'The report', path: file}, async () => {
    await mkdir(dirname(file), {recursive: true});
    await writeFile(file, write(format, report));
  });
}
