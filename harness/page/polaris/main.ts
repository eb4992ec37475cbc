import {nextTask} from './base/after-dispatch.ts';
import {definePolaris} from './define.ts';
import {logUnknownTags} from './unknown-tags.ts';

// Asynchronous, as on the platform: a script that runs while the page is parsed meets elements without methods.
// Deferred scripts and modules run after `interactive`, and meet the registered ones.
if (document.readyState === 'loading') {
  document.addEventListener('readystatechange', definePolaris, {once: true});
} else {
  nextTask(definePolaris);
}

if (document.readyState === 'complete') nextTask(logUnknownTags);
else addEventListener('load', logUnknownTags, {once: true});
