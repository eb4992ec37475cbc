import {isRecord} from '../../../records.ts';
import type {Variant} from '../../../wire/order.ts';
import type {Product} from '../products.ts';
import {PRIMARY} from './translator.ts';
import type {Translator} from './translator.ts';

/** Translates a product with its variants. Its handle, vendor, kind and tags stay. */
export function translateProduct(product: Product, translator: Translator): Product {
  const {title, image, variants} = product;

  return {
    ...product,
    title: translator.text(title),
    description: translator.description(product),
    image: {...image, altText: translator.text(image.altText)},
    variants: variants.map((variant) => translateVariant(variant, translator)),
  };
}

/** Translates a variant, as it is bought. */
export function translateVariant(variant: Variant, {text}: Translator): Variant {
  const {title, subtitle, image, selectedOptions} = variant;

  return {
    ...variant,
    title: text(title),
    subtitle: text(subtitle),
    image: {...image, altText: text(image.altText)},
    selectedOptions: selectedOptions.map(({name, value}) => ({name: text(name), value: text(value)})),
  };
}

/** Translates merchandise that was bought. Texts that a test has written stay as they are. */
export function translateSold(
  variant: Variant,
  translator: Translator,
  products: readonly Product[],
): Variant {
  const offered = products.flatMap(({variants}) => variants).find(({id}) => id === variant.id);
  if (offered === undefined) return variant;

  const own = new Set(textsOf(offered));
  return translateVariant(variant, {
    ...translator,
    text: (text) => (own.has(text) ? translator.text(text) : text),
  });
}

/** Lists the texts of a variant that have translations. */
function textsOf({title, subtitle, image, selectedOptions}: Variant): readonly string[] {
  return [title, subtitle, image.altText, ...selectedOptions.flatMap(({name, value}) => [name, value])];
}

/** The members that have texts for buyers, in content of every kind. */
const TEXTS: readonly string[] = ['title', 'name', 'option', 'description', 'text', 'excerpt', 'value'];

/** Translates content of the online store with all that it consists of. */
export function translateContent<Content>(content: Content, translator: Translator): Content {
  return translator === PRIMARY ? content : (translated(content, translator) as Content);
}

function translated(value: unknown, translator: Translator): unknown {
  if (Array.isArray(value)) return value.map((item) => translated(item, translator));
  if (!isRecord(value)) return value;

  const entries = Object.entries(value).map(([key, member]) => {
    const isText = typeof member === 'string' && TEXTS.includes(key);
    return [key, isText ? translator.text(member) : translated(member, translator)];
  });
  return Object.fromEntries(entries);
}
