// The components that the admin's packages of 2023-10 to 2025-07 publish, with their props.
import {join} from 'node:path';
import {ADMIN_TYPES, readTypes} from './admin-packages.mjs';

/** The last API version with components of React. */
const LAST = '2025-07';

/**
 * The props of each component, by API version.
 *
 * @returns {Record<string, Record<string, string[]>>}
 */
export function adminComponentProps() {
  const files = Object.entries(ADMIN_TYPES)
    .filter(([version]) => version <= LAST)
    .map(([version, folder]) => [version, join(folder, 'components.d.ts')]);

  return readTypes(Object.fromEntries(files), componentsIn);
}

function componentsIn(checker, source) {
  const components = checker
    .getExportsOfModule(checker.getSymbolAtLocation(source))
    .map((symbol) => [symbol.name, checker.getTypeOfSymbol(symbol)])
    .filter(
      ([name, type]) => !name.endsWith('Props') && checker.getPropertyOfType(type, 'props') !== undefined,
    );

  return Object.fromEntries(
    components.map(([name, type]) => {
      const props = checker.getTypeOfSymbol(checker.getPropertyOfType(type, 'props'));
      return [name, propsOf(checker, checker.getNonNullableType(props))];
    }),
  );
}

/** The props of all members of a union. */
function propsOf(checker, type) {
  const types = type.isUnionType() ? type.getTypes() : [type];
  const names = types.flatMap((each) => checker.getPropertiesOfType(each)).map(({name}) => name);
  return [...new Set(names)].filter((name) => name !== 'children');
}
