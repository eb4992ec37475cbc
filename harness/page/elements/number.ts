import {Text} from './text.ts';

/** A number in text. Its name is that of the tag, and hides the global only in this file. */
class NumberText extends Text {}

export {NumberText as Number};
