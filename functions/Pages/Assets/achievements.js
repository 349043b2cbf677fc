// Achievements by theme, and what may be done with each: changing it, withdrawing it, taking that back.
import { $, el } from './dom.js';
import { get, post } from './api.js';
import { count, day, figure, moment } from './format.js';
import { outcome } from './edits.js';
import { blank, editor } from './achievement.js';
import { withdrawal } from './withdrawal.js';

export const pathOf = plan => `/api/plans/${plan}/achievements`;

const isActive = one => one.state === 'active';

const actions = { recorded: 'Se registró', changed: 'Se cambió', withdrawn: 'Se retiró', restored: 'Se recuperó' };

// owner: names what is typed and not saved, on this device; units: null for a unit, which records its own.
export function achievementList({ plan, owner, activities, units, mayWrite }, first) {
  const said = outcome();
  const adding = el('div', {});
  const found = el('p', { class: 'soft', role: 'status' });
  const groups = el('div', {});
  const more = el('button', { type: 'button', onclick: () => open(null) }, 'Registrar un logro');
  // The forms that are open, by the achievement: they stay while the others change.
  const editing = new Map();
  const desk = { path: pathOf(plan), owner, activities, units, said, refresh, list: () => list };
  let list = first;
  let matches = () => true;

  async function refresh() {
    list = await get(desk.path);
    draw();
  }

  function draw() {
    const shown = list.achievements.filter(matches);
    const active = shown.filter(isActive);
    const withdrawn = shown.filter(one => !isActive(one));
    const themes = Map.groupBy(active, one => one.theme);
    const order = [...list.themes, ...[...themes.keys()].filter(theme => !list.themes.includes(theme))];
    found.textContent =
      active.length > 0
        ? `${count(active.length, 'logro', 'logros')} en ${count(themes.size, 'tema', 'temas')}.`
        : list.achievements.some(isActive)
          ? 'Ningún logro cumple con los filtros.'
          : 'Todavía no hay logros registrados.';
    groups.replaceChildren(
      ...order.filter(theme => themes.has(theme)).map((theme, index) => group(`tema-${index}`, theme, themes.get(theme))),
      ...(withdrawn.length > 0 ? [el('details', {}, el('summary', {}, `Retirados (${withdrawn.length})`), el('h2', { class: 'unseen' }, 'Retirados'), el('ul', { class: 'works' }, ...withdrawn.map(item)))] : [])
    );
  }

  const group = (id, theme, some) => el('section', { 'aria-labelledby': id }, el('h2', { id }, theme), el('ul', { class: 'works' }, ...some.map(item)));

  const item = one => el('li', { class: 'work', id: `logro-${one.id}` }, ...(editing.has(one.id) ? [editing.get(one.id)] : content(one)));

  const content = one => [
    el('h3', {}, one.title),
    el('p', { class: 'soft' }, [day(one.date), ...(units ? [one.unit ?? 'Sin unidad'] : []), ...(one.activity ? [`Actividad ${one.activity}`] : [])].join(' · ')),
    one.text ? el('p', { class: 'said' }, one.text) : '',
    documentOf(one),
    figuresOf(one),
    isActive(one) ? '' : el('p', {}, el('strong', {}, 'Por qué se retiró: '), one.reason),
    el('p', { class: 'soft' }, `${actions[one.action]}: ${moment(one.at)}${units ? `, por ${one.by}` : ''}.`),
    one.version > 1 ? versions(one) : '',
    mayWrite ? el('p', { class: 'buttons' }, ...controls(one)) : '',
  ];

  const controls = one =>
    isActive(one)
      ? [button('Cambiar', one, () => open(one)), button('Retirar', one, () => put(one, withdrawal(one, desk, () => close(one), act)))]
      : [button('Recuperar', one, () => act(() => restore(one)))];

  const button = (label, one, action) =>
    el('button', { type: 'button', class: 'second small', onclick: () => void action() }, label, el('span', { class: 'unseen' }, `: ${one.title}`));

  // What was said and done before, asked for when it is opened.
  function versions(one) {
    const place = el('div', {}, el('p', { class: 'soft' }, 'Cargando…'));
    return el(
      'details',
      { ontoggle: event => (event.target.open ? void fillIn() : null) },
      el('summary', {}, `Versiones (${one.version})`, el('span', { class: 'unseen' }, `: ${one.title}`)),
      place
    );

    async function fillIn() {
      try {
        const all = (await get(`${desk.path}/${one.id}`)).versions;
        place.replaceChildren(
          el('ol', {}, ...all.map(version => el('li', {}, `${actions[version.action]}: ${moment(version.at)}. `, version.reason || `«${version.title}»${version.text ? ` ${version.text}` : ''}`)))
        );
      } catch (error) {
        said.fail(error);
      }
    }
  }

  function put(one, form) {
    editing.set(one.id, form);
    $(`#logro-${one.id}`).replaceChildren(form);
    form.querySelector('select, input, textarea').focus();
  }

  // one: null to record another one.
  function open(one) {
    said.clear();
    if (one) {
      put(one, editor(one, desk, () => close(one)));
      return;
    }
    const end = () => {
      adding.replaceChildren();
      more.hidden = false;
    };
    more.hidden = true;
    adding.replaceChildren(el('div', { class: 'work' }, editor(blank(), desk, end, () => more.focus())));
    adding.querySelector('select').focus();
  }

  function close(one) {
    editing.delete(one.id);
    $(`#logro-${one.id}`)?.replaceChildren(...content(list.achievements.find(other => other.id === one.id) ?? one));
    $(`#logro-${one.id} button`)?.focus();
  }

  async function restore(one) {
    await post(`${desk.path}/${one.id}/restore`, {}, one.version);
    await refresh();
    said.done('El logro cuenta otra vez en el informe.');
  }

  async function act(what) {
    said.clear();
    try {
      await what();
    } catch (error) {
      if (error.status !== 412) {
        said.fail(error);
        return;
      }
      await refresh();
      said.show(el('p', { class: 'box warn', role: 'alert' }, 'Otra persona cambió el logro a la vez: abajo está como quedó.'));
    }
  }

  desk.restore = one => act(() => restore(one));
  draw();
  const mayAdd = mayWrite && list.from <= list.to;
  return {
    element: el(
      'div',
      {},
      said.element,
      mayAdd ? el('p', { class: 'buttons' }, more) : '',
      mayWrite && !mayAdd ? el('p', { class: 'box info' }, `Se pueden registrar logros desde el ${day(list.from)}.`) : '',
      adding,
      found,
      groups
    ),
    filter: next => {
      matches = next;
      draw();
    },
  };
}

const documentOf = ({ document, link }) =>
  document || link ? el('p', {}, el('strong', {}, 'Documento: '), link ? el('a', { href: link, rel: 'noreferrer' }, document || link) : document) : '';

function figuresOf({ women, men, total, figures }) {
  const people =
    total === null ? [] : [`Personas: ${figure(total)}${women === null ? '' : ` (${count(women, 'mujer', 'mujeres')} y ${count(men, 'hombre', 'hombres')})`}`];
  const all = [...people, ...figures.map(one => `${one.label}: ${figure(one.number)} ${one.unitOfMeasure}`)];
  return all.length > 0 ? el('ul', {}, ...all.map(text => el('li', {}, text))) : '';
}
