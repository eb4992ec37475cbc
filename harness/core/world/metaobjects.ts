import type {Product} from './products.ts';

/** An entry whose structure the merchant defines. */
export interface Metaobject {
  /** `gid://shopify/Metaobject/…` */
  readonly id: string;
  /** The type of its definition, for example `care_guide`. */
  readonly type: string;
  /** Its name within the type. */
  readonly handle: string;
  /** The values, in the order of the definition. */
  readonly fields: readonly MetaobjectField[];
}

/** A value of a metaobject. */
export interface MetaobjectField {
  /** The key, for example `title`. */
  readonly key: string;
  /** The type of its definition, for example `single_line_text_field` or `list.product_reference`. */
  readonly type: string;
  /** The value, as a string. A list is written as JSON. */
  readonly value: string;
}

/** The metaobject that products refer to. */
export const CARE_GUIDE = 'gid://shopify/Metaobject/9501';

/** Returns the metaobjects of the shop: two of the type `care_guide`, two of the type `faq`. */
export function metaobjectsOf(products: readonly Product[]): readonly Metaobject[] {
  const [first, second] = products;

  return [
    careGuide(CARE_GUIDE, 'wash-cold', {
      title: 'Wash cold',
      instructions: 'Wash at 30 °C.\nDry in the shade.',
      products: [first, second],
    }),
    careGuide('gid://shopify/Metaobject/9502', 'wipe-clean', {
      title: 'Wipe clean',
      instructions: 'Use a damp cloth.',
      products: [],
    }),
    faq('gid://shopify/Metaobject/9503', 'returns', {
      question: 'Can I send it back?',
      answer: 'Yes, within 30 days.',
    }),
    faq('gid://shopify/Metaobject/9504', 'delivery', {
      question: 'When will it arrive?',
      answer: 'After 3 to 5 business days.',
    }),
  ];
}

function careGuide(
  id: string,
  handle: string,
  given: {title: string; instructions: string; products: readonly (Product | undefined)[]},
): Metaobject {
  const ids = given.products.flatMap((product) => product?.id ?? []);
  return {
    id,
    type: 'care_guide',
    handle,
    fields: [
      {key: 'title', type: 'single_line_text_field', value: given.title},
      {key: 'instructions', type: 'multi_line_text_field', value: given.instructions},
      {key: 'products', type: 'list.product_reference', value: JSON.stringify(ids)},
    ],
  };
}

function faq(id: string, handle: string, {question, answer}: {question: string; answer: string}): Metaobject {
  return {
    id,
    type: 'faq',
    handle,
    fields: [
      {key: 'question', type: 'single_line_text_field', value: question},
      {key: 'answer', type: 'multi_line_text_field', value: answer},
    ],
  };
}
