/** Shapes of the metaobjects that a test gives. */
import {gid} from './gid.ts';
import type {Metaobject, MetaobjectField} from './metaobjects.ts';
import {object} from './object-shapes.ts';
import {name, text} from './platform-values.ts';
import {list} from './shape.ts';
import type {Shape} from './shape.ts';

export const METAOBJECTS: Shape<readonly Metaobject[]> = list(
  object<Metaobject>({
    id: gid('Metaobject', 9501),
    type: name('care_guide'),
    handle: name('wash-cold'),
    fields: list(
      object<MetaobjectField>({
        key: name('title'),
        type: name('single_line_text_field'),
        value: text('Wash cold'),
      }),
    ),
  }),
);
