import type {ShippingAddress} from '../../../../wire/shipping-address.ts';
import {make} from '../../../elements/base/dom.ts';
import {card, type PagePart} from '../page-parts.ts';
import {textField} from './labelled-field.ts';
import type {CheckoutViewContext} from './checkout-view-context.ts';

const ADDRESS_FIELDS: readonly (readonly [name: AddressField, label: string, autocomplete: string])[] = [
  ['firstName', 'First name', 'given-name'],
  ['lastName', 'Last name', 'family-name'],
  ['address1', 'Address', 'address-line1'],
  ['city', 'City', 'address-level2'],
  ['provinceCode', 'State or province', 'address-level1'],
  ['zip', 'Postal code', 'postal-code'],
  ['countryCode', 'Country code', 'country'],
];

/** Creates the step for contact and delivery address. */
export function informationView({places, act, showProblem}: CheckoutViewContext): PagePart {
  const email = textField(
    'Email',
    {type: 'email', autocomplete: 'email'},
    (value) => void act('enterContact', {email: value}),
  );

  const phone = textField(
    'Phone',
    {type: 'tel', autocomplete: 'tel'},
    (value) => void act('enterContact', {phone: value}),
  );

  const fields = ADDRESS_FIELDS.map(([name, label, autocomplete]) => ({
    name,
    field: textField(label, {autocomplete, name}, async (value) => {
      const result = await act('enterAddress', {[name]: value});
      showProblem(result.type === 'error' ? result.message : '');
    }),
  }));

  return {
    root: make(
      'section',
      {class: 'sim-view', 'aria-label': 'Information'},
      card('Contact', email.root, phone.root, places.make('information', 'contact')),
      card(
        'Delivery address',
        places.make('information', 'address-before'),
        make('div', {class: 'sim-fields'}, ...fields.map(({field}) => field.root)),
        places.make('information', 'address-after'),
      ),
    ),
    show({checkout: {contact, shippingAddress}}) {
      email.show(contact.email ?? '');
      phone.show(contact.phone ?? '');
      for (const {name, field} of fields) field.show(shippingAddress?.[name] ?? '');
    },
  };
}

type AddressField = Exclude<keyof ShippingAddress, 'oneTimeUse'>;
