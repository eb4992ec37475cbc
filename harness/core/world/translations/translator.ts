import {numberOf} from '../gid.ts';
import type {Product} from '../products.ts';
import type {Shop} from '../shop.ts';
import type {Dictionary} from './dictionary.ts';
import {FRENCH} from './french.ts';
import {GERMAN} from './german.ts';
import {languageCodeOf} from './language-code.ts';

/** The translations of a shop into one language. Strings without a translation stay as they are. */
export interface Translator {
  /** Translates a title or another text of the shop. */
  text(original: string): string;
  /** Translates the description of a product. */
  description(product: Pick<Product, 'id' | 'title' | 'description'>): string;
}

/** The languages into which the world's texts are translated, by their codes. */
const DICTIONARIES: Readonly<Record<string, Dictionary>> = {FR: FRENCH, DE: GERMAN};

/** The translator into the primary language, in which the texts are written. */
export const PRIMARY: Translator = {
  text: (original) => original,
  description: ({description}) => description,
};

/**
 * Returns the translator into a language. A shop that has no translations into a published language shows the texts of
 * its primary one.
 *
 * @param code a `LanguageCode` of the APIs, for example `FR`
 */
export function translatorOf(code: string, {name, languages}: Pick<Shop, 'name' | 'languages'>): Translator {
  const dictionary = DICTIONARIES[code];
  if (dictionary === undefined || code === languageCodeOf(languages[0] ?? 'en')) return PRIMARY;

  const named = (template: string): string => template.replace('{shop}', () => name);
  const texts = new Map(
    Object.entries(dictionary.texts).map(([original, translated]) => [named(original), named(translated)]),
  );

  const known = (original: string): string | undefined =>
    texts.get(original) ?? titleIn(dictionary, original);
  const text = (original: string): string => known(original) ?? original;

  return {
    text,
    description: ({id, title, description}) =>
      texts.get(description) ?? describe(dictionary, {id, title: known(title)}) ?? description,
  };
}

/** Translates the title of a product that was drawn; undefined for any other. */
function titleIn({adjectives, materials, products, title}: Dictionary, original: string): string | undefined {
  const [adjective, material, product, ...rest] = original.split(' ');
  if (adjective === undefined || material === undefined || product === undefined) return undefined;

  const words = {
    adjective: wordIn(adjectives, adjective),
    material: wordIn(materials, material),
    product: wordIn(products, product),
  };
  if (rest.length > 0 || !isComplete(words)) return undefined;
  return title(words);
}

function wordIn(words: Readonly<Record<string, string>>, original: string): string | undefined {
  return Object.hasOwn(words, original) ? words[original] : undefined;
}

type Words = Parameters<Dictionary['title']>[0];

function isComplete(words: {readonly [Word in keyof Words]: string | undefined}): words is Words {
  return Object.values(words).every((word) => word !== undefined);
}

/** Describes a product by its translated title; undefined if that is missing. */
function describe(
  {descriptions}: Dictionary,
  {id, title}: {readonly id: string; readonly title: string | undefined},
): string | undefined {
  if (title === undefined) return undefined;
  return descriptions[Number(numberOf(id)) % descriptions.length]?.(title);
}
