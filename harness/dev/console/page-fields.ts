import type {SimulationCore} from '../../core/simulation/simulation-core.ts';
import {PEOPLE, customerByName, type CustomerOption} from '../../core/world/people.ts';
import type {Customer} from '../../wire/account.ts';
import type {FieldOption} from '../../wire/console.ts';
import {TARGETS} from '../../wire/surfaces.ts';
import {showTarget} from '../shown-targets.ts';
import type {ShownExtension} from '../shown-extension.ts';
import type {ShownPage} from '../shown-page.ts';
import type {FieldRow} from './field-row.ts';

/** The parts of `simhost dev` that the first fields change. */
export interface PageFieldParts {
  readonly simulation: SimulationCore;
  readonly shown: readonly ShownExtension[];
  readonly page: ShownPage;
}

/** Lists the rows for who is there, the targets and the language. */
export function pageFields(parts: PageFieldParts): readonly FieldRow[] {
  return [
    whoField(parts),
    ...parts.shown.map((extension) => targetField(extension, parts)),
    ...languageFields(parts),
  ];
}

function whoField({simulation, page}: PageFieldParts): FieldRow {
  const options = page.people.map(({name, label, note}) => ({value: name, label, note}));
  const common = {id: 'who', options, isRare: false, kind: 'start'} as const;

  const {signInByName} = page;
  if (signInByName !== undefined) {
    return {
      ...common,
      section: 'Staff',
      label: 'Another member of staff',
      input: 'choice',
      value: page.facts().customer?.name ?? '',
      hint: '',
      write: (name) => signInByName.call(page, name ?? ''),
    };
  }

  return {
    ...common,
    section: 'Customer',
    label: 'Another customer',
    input: 'people',
    value: nameOf(simulation.customer),
    hint: '{"id": "gid://shopify/Customer/7004", "firstName": "Augusta"}',
    write: (value) => page.signIn(customerOf(value)),
  };
}

/** Names a documented person; somebody else is JSON. */
function nameOf(customer: Customer | null): string {
  if (customer === null) return 'guest';
  const known = Object.entries(PEOPLE).find(([, {id}]) => id === customer.id);
  return known?.[0] ?? JSON.stringify(customer);
}

function customerOf(value: string | null): CustomerOption {
  return value === null ? null : customerByName(value);
}

function targetField(extension: ShownExtension, {simulation, shown}: PageFieldParts): FieldRow {
  return {
    id: shown.length === 1 ? 'target' : `target:${extension.name}`,
    section: 'The page',
    label: shown.length === 1 ? 'Target' : `Target of ${extension.name}`,
    input: 'choice',
    value: extension.target,
    options: targetOptions(extension.targets),
    hint: '',
    isRare: false,
    kind: 'start',
    write: (target) => showTarget(shown, simulation, target ?? ''),
  };
}

function targetOptions(declared: readonly string[]): readonly FieldOption[] {
  const others = TARGETS.filter((target) => !declared.includes(target));
  return [
    ...declared.map((target) => ({value: target, label: target})),
    ...others.map((target) => ({
      value: target,
      label: target,
      note: 'not declared in the TOML',
      isOff: true,
    })),
  ];
}

function languageFields({simulation, page}: PageFieldParts): readonly FieldRow[] {
  const {languages} = page.facts();
  if (languages === null) return [];

  const {language} = simulation.pages.state().localization;
  const tags = [...new Set(['en', ...languages, language])];

  return [
    {
      id: 'language',
      section: 'The page',
      label: 'Language',
      input: 'text',
      value: language,
      options: tags.map((tag) => ({value: tag, label: tag})),
      hint: 'a BCP 47 tag, such as fr or pt-BR',
      isRare: false,
      kind: 'start',
      // On the platform, another language is another load of the page.
      write: (tag) => {
        simulation.update({locale: tag ?? ''});
        return page.restart();
      },
    },
  ];
}
