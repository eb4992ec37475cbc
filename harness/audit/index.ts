export {audit} from './audit.ts';
export type {AuditOptions, Progress} from './options.ts';
export type {PlatformAddress} from './platform.ts';
export type {Acceptance} from './acceptance.ts';
export type {Answer} from './send.ts';
export type {AuditReport, Counts, Finding, NotApplicable, Severity} from './report.ts';
export {REPORT_FORMATS, write} from './reports/reports.ts';
export type {ReportFormat} from './reports/reports.ts';
export {terminal} from './reports/terminal.ts';
