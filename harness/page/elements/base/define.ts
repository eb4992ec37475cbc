import {SimhostError} from '../../../errors.ts';
import {ELEMENTS} from '../../../wire/elements.ts';
import {Announcement} from '../announcement.ts';
import {Badge} from '../badge.ts';
import {Banner} from '../banner.ts';
import {Box, Grid, GridItem, QueryContainer, ScrollBox} from '../boxes.ts';
import {Button} from '../button.ts';
import {Chat} from '../chat.ts';
import {Checkbox, ConsentCheckbox} from '../checkbox.ts';
import {Chip, ClickableChip} from '../chips.ts';
import {Choice} from '../choice.ts';
import {ChoiceList} from '../choice-list.ts';
import {Clickable} from '../clickable.ts';
import {ClipboardItem} from '../clipboard-item.ts';
import {CustomerAccountAction} from '../customer-account-action.ts';
import {DateField} from '../date-field.ts';
import {DatePicker} from '../date-picker.ts';
import {Details, Summary} from '../details.ts';
import {DropZone} from '../drop-zone.ts';
import {define, type PageElementClass} from './page-element.ts';
import {Form} from '../form.ts';
import {Heading} from '../heading.ts';
import {Icon} from '../icon.ts';
import {Avatar, Image, ImageGroup, ProductThumbnail} from '../images.ts';
import {Link} from '../link.ts';
import {LoginWithShop} from '../login-with-shop.ts';
import {Map, MapMarker} from '../map.ts';
import {Menu} from '../menu.ts';
import {Modal} from '../modal.ts';
import {MoneyField, NumberField} from '../number-field.ts';
import {Option, Select} from '../options.ts';
import {Page} from '../page.ts';
import {Paragraph} from '../paragraph.ts';
import {
  Abbreviation,
  ButtonGroup,
  Divider,
  ListItem,
  OrderedList,
  PaymentIcon,
  Progress,
  SkeletonParagraph,
  Time,
  UnorderedList,
} from '../plain.ts';
import {Popover} from '../popover.ts';
import {PressButton} from '../press-button.ts';
import {QrCode} from '../qr-code.ts';
import {Section} from '../section.ts';
import {Sheet} from '../sheet.ts';
import {Spinner} from '../spinner.ts';
import {Stack} from '../stack.ts';
import {adoptTokens} from './style.ts';
import {Switch} from '../switch.ts';
import {Text} from '../text.ts';
import {TextArea} from '../text-area.ts';
import {
  ConsentPhoneField,
  EmailField,
  PasswordField,
  PhoneField,
  TextField,
  UrlField,
} from '../text-field.ts';
import {Tooltip} from '../tooltip.ts';

const CLASSES: Readonly<Record<string, PageElementClass>> = {
  's-abbreviation': Abbreviation,
  's-announcement': Announcement,
  's-avatar': Avatar,
  's-badge': Badge,
  's-banner': Banner,
  's-box': Box,
  's-button': Button,
  's-button-group': ButtonGroup,
  's-chat': Chat,
  's-checkbox': Checkbox,
  's-chip': Chip,
  's-choice': Choice,
  's-choice-list': ChoiceList,
  's-clickable': Clickable,
  's-clickable-chip': ClickableChip,
  's-clipboard-item': ClipboardItem,
  's-consent-checkbox': ConsentCheckbox,
  's-consent-phone-field': ConsentPhoneField,
  's-customer-account-action': CustomerAccountAction,
  's-date-field': DateField,
  's-date-picker': DatePicker,
  's-details': Details,
  's-divider': Divider,
  's-drop-zone': DropZone,
  's-email-field': EmailField,
  's-form': Form,
  's-grid': Grid,
  's-grid-item': GridItem,
  's-heading': Heading,
  's-icon': Icon,
  's-image': Image,
  's-image-group': ImageGroup,
  's-link': Link,
  's-list-item': ListItem,
  's-login-with-shop': LoginWithShop,
  's-map': Map,
  's-map-marker': MapMarker,
  's-menu': Menu,
  's-modal': Modal,
  's-money-field': MoneyField,
  's-number-field': NumberField,
  's-option': Option,
  's-ordered-list': OrderedList,
  's-page': Page,
  's-paragraph': Paragraph,
  's-password-field': PasswordField,
  's-payment-icon': PaymentIcon,
  's-phone-field': PhoneField,
  's-popover': Popover,
  's-press-button': PressButton,
  's-product-thumbnail': ProductThumbnail,
  's-progress': Progress,
  's-qr-code': QrCode,
  's-query-container': QueryContainer,
  's-scroll-box': ScrollBox,
  's-section': Section,
  's-select': Select,
  's-sheet': Sheet,
  's-skeleton-paragraph': SkeletonParagraph,
  's-spinner': Spinner,
  's-stack': Stack,
  's-summary': Summary,
  's-switch': Switch,
  's-text': Text,
  's-text-area': TextArea,
  's-text-field': TextField,
  's-time': Time,
  's-tooltip': Tooltip,
  's-unordered-list': UnorderedList,
  's-url-field': UrlField,
};

/** Registers every element of the table in this page and gives the page the tokens; calling it again does nothing. */
export function defineElements(): void {
  adoptTokens();
  for (const tag of Object.keys(ELEMENTS)) defineElement(tag);
}

/** Registers one element of the table, if it is not yet; a page that shows few elements pays for few. */
export function defineElement(tag: string): void {
  const spec = ELEMENTS[tag];
  if (spec === undefined || customElements.get(tag) !== undefined) return;

  const elementClass = CLASSES[tag];
  if (elementClass === undefined) {
    throw new SimhostError('ERR_NO_ELEMENT', `<${tag}> is in the table of elements and has no class.`, {
      next: 'Add its class to harness/page/elements/define.ts.',
    });
  }

  define(tag, spec, elementClass);
}
