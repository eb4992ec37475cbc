import {describeEvent} from '../../core/verdicts/verdict.ts';
import type {Severity} from '../../core/cases/case.ts';
import {escape} from '../../wire/markup.ts';
import {newFindings, knownFindings, REACHES, SEVERITIES} from '../report.ts';
import type {AuditReport, Finding, Library} from '../report.ts';
import {casePage} from './case-page.ts';
import {byReason, headingOf, HEADINGS, summary, VERDICTS} from './terminal.ts';

/** Writes a page that loads nothing else: no script, no font, no picture. */
export function html(report: AuditReport): string {
  const {url, profile, verdict, diagnosis, findings, library, passed, notApplicable} = report;
  const fresh = newFindings(findings);
  const known = knownFindings(findings);

  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(`${VERDICTS[verdict]}: ${url}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<p class="tool">simhost audit</p>
<h1 class="${verdict}">${VERDICTS[verdict]}</h1>
<p class="url">${escape(url)} <span class="profile">${escape(profile)}</span></p>
<p class="summary">${escape(summary(report))}</p>
${tally(fresh)}
</header>
<main>
${diagnosis === undefined ? '' : `<section class="diagnosis"><h2>Why it could not be audited</h2><p>${escape(diagnosis)}</p></section>`}
${REACHES.map((reach) =>
  section(
    HEADINGS[reach],
    fresh.filter((finding) => finding.reach === reach),
  ),
).join('\n')}
${known.length === 0 ? '' : details(`${known.length} known from the baseline`, known.map(article).join('\n'))}
${library === undefined ? '' : choicesOf(library)}
${notApplicable.length === 0 ? '' : withoutVerdict(report)}
${passed.length === 0 ? '' : details(`${passed.length} answered as they should be`, `<p class="ids">${ids(passed)}</p>`)}
</main>
</body>
</html>
`;
}

function tally(findings: readonly Finding[]): string {
  if (findings.length === 0) return '';

  const of = (severity: Severity): number =>
    findings.filter((finding) => finding.severity === severity).length;
  const items = SEVERITIES.filter((severity) => of(severity) > 0).map(
    (each) => `<li class="${each}"><b>${of(each)}</b> ${each}</li>`,
  );

  return `<ul class="tally">${items.join('')}</ul>`;
}

function section(heading: string, findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  return `<section><h2>${escape(heading)}</h2>\n${findings.map(article).join('\n')}</section>`;
}

function article({
  case: id,
  cases,
  title,
  severity,
  sent,
  expected,
  source,
  got,
  problem,
  fix,
  curl,
}: Finding): string {
  const others = cases.slice(1);
  return `<article class="${severity}" id="${escape(id)}">
<h3><a href="#${escape(id)}">${escape(id)}</a> <span class="badge">${severity}</span></h3>
<p class="title">${escape(title)}</p>
<dl>
<dt>Case</dt><dd class="ids">${linked([id])}</dd>
${others.length === 0 ? '' : `<dt>Also</dt><dd class="ids">${linked(others)}</dd>`}
<dt>Sent</dt><dd>${escape(sent)}</dd>
<dt>Expected</dt><dd>${escape(expected)} <cite>${escape(source)}</cite></dd>
<dt>Got</dt><dd class="got">${escape(got)}</dd>
${problem === null ? '' : `<dt>Problem</dt><dd>${escape(describeEvent(problem))}</dd>`}
<dt>Fix</dt><dd>${escape(fix)}</dd>
<dt>Again</dt><dd><pre><code>${escape(curl)}</code></pre></dd>
</dl>
</article>`;
}

function choicesOf(library: Library): string {
  const rows = library.choices.map(
    ({cases, why, source}) =>
      `<dt>${escape(why)} <cite>${escape(source)}</cite></dt><dd class="ids">${ids(cases)}</dd>`,
  );
  return details(escape(headingOf(library)), `<dl class="reasons">${rows.join('')}</dl>`);
}

function withoutVerdict({notApplicable}: AuditReport): string {
  const rows = Array.from(
    byReason(notApplicable),
    ([reason, cases]) => `<dt>${escape(reason)}</dt><dd class="ids">${ids(cases)}</dd>`,
  );
  return details(`${notApplicable.length} not applicable`, `<dl class="reasons">${rows.join('')}</dl>`);
}

function details(summaryText: string, content: string): string {
  return `<details><summary>${summaryText}</summary>${content}</details>`;
}

function ids(cases: readonly string[]): string {
  return cases.map((id) => `<code>${escape(id)}</code>`).join(' ');
}

/** Writes cases as links to the catalogue. */
function linked(cases: readonly string[]): string {
  return cases.map((id) => `<a href="${escape(casePage(id))}"><code>${escape(id)}</code></a>`).join(' ');
}

const STYLE = `
:root {
  --page: #f6f7f9; --card: #fff; --line: #dfe3e8; --text: #1a1f26; --soft: #586170; --code: #f0f2f5;
  --critical: #a4161a; --high: #b4470b; --medium: #7d5b00; --low: #1f5f8b; --clean: #14693c; --not-auditable: #7d5b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12151a; --card: #1b2027; --line: #303844; --text: #e8ebef; --soft: #a3adba; --code: #12161c;
    --critical: #ff8a8d; --high: #ffa873; --medium: #f0c95b; --low: #83c3f2; --clean: #6bd69b; --not-auditable: #f0c95b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header, main { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 2rem; padding-bottom: 1rem; }
.tool { margin: 0; color: var(--soft); font-size: .875rem; }
h1 { margin: 0; font-size: 2.25rem; line-height: 1.2; }
h1.clean { color: var(--clean); } h1.findings { color: var(--critical); } h1.not-auditable { color: var(--not-auditable); }
.url { margin: .5rem 0 0; font-family: ui-monospace, monospace; overflow-wrap: anywhere; }
.profile { padding: .1rem .5rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--soft); font-size: .8125rem; white-space: nowrap; }
.summary { margin: .25rem 0 0; color: var(--soft); }
.tally { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0 0; padding: 0; list-style: none; }
.tally li { padding: .25rem .75rem; border: 1px solid; border-radius: .5rem; }
.critical { --hue: var(--critical); } .high { --hue: var(--high); } .medium { --hue: var(--medium); } .low { --hue: var(--low); }
.tally li { color: var(--hue); }
article, .diagnosis, details { margin: 0 0 1rem; padding: 1rem 1.25rem; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
article { border-left: .25rem solid var(--hue); }
.diagnosis { border-left: .25rem solid var(--not-auditable); }
.diagnosis p { margin: 0; white-space: pre-line; }
h2 { margin: 1.5rem 0 .75rem; font-size: 1.25rem; }
h3 { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; margin: 0; font-size: 1.125rem; }
h3 a { color: inherit; text-decoration: none; overflow-wrap: anywhere; } h3 a:hover { text-decoration: underline; } .ids a { color: inherit; }
.title { margin: .25rem 0 .75rem; }
.diagnosis h2 { margin-top: 0; } dd.ids { margin: 0; }
.badge { color: var(--hue); font-size: .8125rem; font-weight: 600; }
dl { display: grid; grid-template-columns: 6rem minmax(0, 1fr); gap: .375rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
cite { display: block; color: var(--soft); font-size: .875rem; font-style: normal; }
pre { margin: 0; padding: .625rem .75rem; white-space: pre-wrap; overflow-wrap: anywhere; background: var(--code); border-radius: .375rem; font-size: .8125rem; }
code { font-family: ui-monospace, monospace; }
summary { cursor: pointer; font-weight: 600; }
.ids { margin: .75rem 0 0; }
.ids code { display: inline-block; margin: 0 .5rem 0 0; font-size: .8125rem; color: var(--soft); }
.reasons { display: block; margin-top: .75rem; } .reasons dt { color: var(--text); } .reasons dd { margin: 0 0 .75rem; }
@media (max-width: 36rem) {
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  article dt { margin-top: .5rem; font-size: .8125rem; }
  h1 { font-size: 1.75rem; }
}
`;
