import type {Props} from './component-spec.ts';
import type {ViewElement, ViewNode} from './element-view.ts';
import {icon} from './prop-values.ts';

/** Creates the icon of a tag. */
export function iconNodes(id: string, {icon: source}: Props): readonly ViewNode[] {
  return source === undefined
    ? []
    : [element(`${id}:icon`, 's-icon', {type: icon(source), slot: 'graphic'}, [])];
}

/** Creates the picture of a marker on a map. */
export function pictureNodes(id: string, {icon: src}: Props): readonly ViewNode[] {
  return src === undefined ? [] : [element(`${id}:icon`, 's-image', {src, slot: 'graphic'}, [])];
}

/** Creates the options of a select, in groups if `options` has groups. */
export function optionNodes(id: string, {options}: Props): readonly ViewNode[] {
  return (listOf(options) as readonly OptionProps[]).map((option, index) => {
    const own = `${id}:${index}`;
    const {label, value, disabled = false} = option;

    return 'options' in option
      ? element(own, 's-option-group', {label, disabled}, optionNodes(own, {options: option.options}))
      : element(own, 's-option', {value, disabled}, [textNode(own, label)]);
  });
}

/** Creates the choices of a list of choices. */
export function choiceNodes(id: string, {choices, defaultValue}: Props): readonly ViewNode[] {
  const defaults: readonly unknown[] = [defaultValue ?? []].flat();
  return (listOf(choices) as readonly ChoiceProps[]).map((choice, index) => {
    const own = `${id}:${index}`;
    const {id: value, label, checked, disabled = false, readOnly = false, accessibilityLabel} = choice;

    const properties = {
      value,
      disabled: disabled || readOnly,
      ...(checked === undefined ? {} : {selected: checked}),
      ...(defaults.includes(value) ? {defaultSelected: true} : {}),
      ...(accessibilityLabel === undefined ? {} : {accessibilityLabel}),
    };
    return element(own, 's-choice', properties, [textNode(own, label)]);
  });
}

/** Creates the description and the query of a template of customer segments. */
export function segmentNodes(id: string, {description, query}: Props): readonly ViewNode[] {
  const paragraphs = [description ?? []].flat().map((text, index) => paragraph(`${id}:${index}`, text));
  return [...paragraphs, paragraph(`${id}:query`, query)];
}

/** Creates the names of locations, under the label of their group. */
export function locationNodes(id: string, {locationGroups}: Props): readonly ViewNode[] {
  return (listOf(locationGroups) as readonly LocationGroup[]).map(({id: group, label, locations}) => {
    const own = `${id}:${group}`;
    const items = locations.map(({id: place, name}) =>
      element(`${own}:${place}`, 's-list-item', {}, [textNode(`${own}:${place}`, name)]),
    );

    return element(own, 's-section', {heading: label, padding: 'none'}, [
      element(`${own}:list`, 's-unordered-list', {}, items),
    ]);
  });
}

interface OptionProps {
  readonly label: string;
  readonly value?: string;
  readonly disabled?: boolean;
  readonly options?: readonly OptionProps[];
}

interface ChoiceProps {
  readonly id?: string;
  readonly label?: string;
  readonly checked?: boolean;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  readonly accessibilityLabel?: string;
}

interface LocationGroup {
  readonly id: string;
  readonly label: string;
  readonly locations: readonly {readonly id: string; readonly name: string}[];
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function paragraph(id: string, text: unknown): ViewElement {
  return element(id, 's-paragraph', {}, [textNode(id, text)]);
}

function textNode(id: string, text: unknown): ViewNode {
  return {kind: 'text', id: `${id}:text`, text: String(text ?? '')};
}

function element(
  id: string,
  tag: string,
  properties: ViewElement['properties'],
  children: readonly ViewNode[],
): ViewElement {
  return {kind: 'element', id, tag, properties, listeners: {}, children};
}
