// The reports of a plan: how they stand, what is written for them, and the documents that are made of them.
import { $, el } from './dom.js';
import { beginDesk, periodChoice } from './desk.js';
import { documents } from './documents.js';
import { evaluations } from './evaluations.js';
import { recommendations } from './recommendations.js';
import { runs } from './runs.js';
import { texts } from './texts.js';
import { years } from './years.js';

async function show(overview) {
  const parts = [runs(overview, () => all.refresh()), evaluations(overview), recommendations(overview), texts(overview), years(overview), documents(overview)];
  // What a new compilation changes, but for where somebody is writing.
  const all = { refresh: () => Promise.all(parts.slice(1).filter(part => !part.element.querySelector('textarea')).map(part => part.refresh())) };
  $('#page').append(
    periodChoice(overview),
    el(
      'nav',
      { 'aria-labelledby': 'parts' },
      el('h2', { id: 'parts', class: 'unseen' }, 'Partes de esta página'),
      el('ul', { class: 'parts' }, ...parts.map(({ id, title }) => el('li', {}, el('a', { href: `#${id}` }, title))))
    ),
    ...parts.map(part => part.element)
  );
  await Promise.all(parts.map(part => part.refresh()));
}

void beginDesk(() => null, show);
