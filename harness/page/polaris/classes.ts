import {Avatar} from '../elements/avatar.ts';
import {Badge} from '../elements/badge.ts';
import {Banner} from '../elements/banner.ts';
import {Box} from '../elements/box.ts';
import {ButtonGroup} from '../elements/button-group.ts';
import {Button} from '../elements/button.ts';
import {Chip} from '../elements/chip.ts';
import {Choice} from '../elements/choice.ts';
import {Clickable} from '../elements/clickable.ts';
import {ColorField} from '../elements/color-field.ts';
import {ColorPicker} from '../elements/color-picker.ts';
import {DateField} from '../elements/date-field.ts';
import {DatePicker} from '../elements/date-picker.ts';
import {Divider} from '../elements/divider.ts';
import {EmptyState} from '../elements/empty-state.ts';
import {GridItem} from '../elements/grid-item.ts';
import {Grid} from '../elements/grid.ts';
import {Heading} from '../elements/heading.ts';
import {Icon} from '../elements/icon.ts';
import {Image} from '../elements/image.ts';
import {Link} from '../elements/link.ts';
import {ListItem} from '../elements/list-item.ts';
import {Menu} from '../elements/menu.ts';
import {Modal} from '../elements/modal.ts';
import {NumberField} from '../elements/number-field.ts';
import {Number as NumberText} from '../elements/number.ts';
import {OptionGroup} from '../elements/option-group.ts';
import {OrderedList} from '../elements/ordered-list.ts';
import {Paragraph} from '../elements/paragraph.ts';
import {PressButton} from '../elements/press-button.ts';
import {Progress} from '../elements/progress.ts';
import {QueryContainer} from '../elements/query-container.ts';
import {ScrollBox} from '../elements/scroll-box.ts';
import {SearchField} from '../elements/search-field.ts';
import {Option} from '../elements/select.ts';
import {Spinner} from '../elements/spinner.ts';
import {Stack} from '../elements/stack.ts';
import {Table, TableBody, TableCell, TableHeader, TableHeaderRow, TableRow} from '../elements/table.ts';
import {TextArea} from '../elements/text-area.ts';
import {EmailField, PasswordField, TextField, UrlField} from '../elements/text-field.ts';
import {Text} from '../elements/text.ts';
import {Thumbnail} from '../elements/thumbnail.ts';
import {Tooltip} from '../elements/tooltip.ts';
import {UnorderedList} from '../elements/unordered-list.ts';
import type {ElementClass} from './base/in-document.ts';
import {pressedInDocument} from './base/pressed.ts';
import {PolarisClickableChip} from './elements/chips.ts';
import {PolarisChoiceList} from './elements/choices.ts';
import {PolarisDropZone} from './elements/drop-zone.ts';
import {PolarisPopover} from './elements/overlays.ts';
import {PolarisPage} from './elements/page.ts';
import {PolarisSection} from './elements/section.ts';
import {PolarisSelect} from './elements/select.ts';
import {CurrencyField, fieldInDocument} from './elements/text-fields.ts';
import {PolarisCheckbox, PolarisSwitch} from './elements/ticked.ts';

/** The class of each element. Most are those that extensions get too. */
export const CLASSES: Readonly<Record<string, ElementClass>> = {
  's-avatar': Avatar,
  's-badge': Badge,
  's-banner': Banner,
  's-box': Box,
  's-button': pressedInDocument(Button),
  's-button-group': ButtonGroup,
  's-checkbox': PolarisCheckbox,
  's-chip': Chip,
  's-choice': Choice,
  's-choice-list': PolarisChoiceList,
  's-clickable': pressedInDocument(Clickable),
  's-clickable-chip': PolarisClickableChip,
  's-color-field': fieldInDocument(ColorField),
  's-color-picker': ColorPicker,
  's-date-field': fieldInDocument(DateField),
  's-date-picker': DatePicker,
  's-divider': Divider,
  's-drop-zone': PolarisDropZone,
  's-email-field': fieldInDocument(EmailField),
  's-empty-state': EmptyState,
  's-grid': Grid,
  's-grid-item': GridItem,
  's-heading': Heading,
  's-icon': Icon,
  's-image': Image,
  's-link': pressedInDocument(Link),
  's-list-item': ListItem,
  's-menu': Menu,
  's-modal': Modal,
  's-money-field': fieldInDocument(CurrencyField),
  's-number': NumberText,
  's-number-field': fieldInDocument(NumberField),
  's-option': Option,
  's-option-group': OptionGroup,
  's-ordered-list': OrderedList,
  's-page': PolarisPage,
  's-paragraph': Paragraph,
  's-password-field': fieldInDocument(PasswordField),
  's-popover': PolarisPopover,
  's-press-button': pressedInDocument(PressButton),
  's-progress': Progress,
  's-query-container': QueryContainer,
  's-scroll-box': ScrollBox,
  's-search-field': fieldInDocument(SearchField),
  's-section': PolarisSection,
  's-select': PolarisSelect,
  's-spinner': Spinner,
  's-stack': Stack,
  's-switch': PolarisSwitch,
  's-table': Table,
  's-table-body': TableBody,
  's-table-cell': TableCell,
  's-table-header': TableHeader,
  's-table-header-row': TableHeaderRow,
  's-table-row': TableRow,
  's-text': Text,
  's-text-area': fieldInDocument(TextArea),
  's-text-field': fieldInDocument(TextField),
  's-thumbnail': Thumbnail,
  's-tooltip': Tooltip,
  's-unordered-list': UnorderedList,
  's-url-field': fieldInDocument(UrlField),
};
