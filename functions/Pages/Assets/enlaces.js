// The links by which units enter their forms: making, seeing and ending them.
import { $, announce, ask, dialog, el } from './dom.js';
import { get, post, remove } from './api.js';
import { moment, semester } from './format.js';
import { atPlan, beginDesk, table } from './desk.js';
import { field } from './fields.js';
import { failure } from './problems.js';

const pathOf = overview => `/api/plans/${overview.plan}/links`;

const load = overview => get(pathOf(overview));

function show(overview, links) {
  const path = pathOf(overview);
  const list = el('div', {});
  const trouble = el('div', {});

  function put(all) {
    const units = all.filter(link => link.unit);
    list.replaceChildren(
      units.length === 0
        ? el('p', {}, 'Todavía no hay ninguno.')
        : table(
            'Enlaces, el más reciente primero',
            ['Unidad', 'Periodo', 'Estado', 'Se hizo', 'Vence', 'Anular'],
            units
              .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt))
              .map(link => [link.unit, semester(link.period), states[link.state], when(link.createdAt), when(link.expires), link.state === 'active' ? end(link) : '—'])
          )
    );
  }

  const when = instant => moment(atPlan(instant, overview.period.opens));

  const end = link =>
    el(
      'button',
      { type: 'button', class: 'second small', onclick: () => void revoke(link) },
      'Anular',
      el('span', { class: 'unseen' }, ` el enlace de ${link.unit}, ${semester(link.period)}, hecho el ${when(link.createdAt)}`)
    );

  const refresh = async () => put(await get(path));

  async function revoke(link) {
    const sure = await ask(
      dialog(`¿Anular el enlace de ${link.unit}?`, el('p', {}, 'Deja de servir, y quien entró con él sale. Lo guardado no se pierde.'), [
        ['revoke', 'Anular'],
        ['back', 'Cancelar'],
      ])
    );
    if (sure === 'revoke') {
      await attempt(async () => {
        await remove(`${path}/${link.id}`);
        await refresh();
        announce('El enlace quedó anulado.');
      });
    }
  }

  async function revokeAll() {
    const sure = await ask(
      dialog('¿Anular todos los enlaces del plan?', el('p', {}, 'Ninguno de los hechos hasta ahora servirá: las unidades necesitarán enlaces nuevos.'), [
        ['revoke', 'Anular todos'],
        ['back', 'Cancelar'],
      ])
    );
    if (sure === 'revoke') {
      await attempt(async () => {
        await remove(path);
        await refresh();
        announce('Todos los enlaces quedaron anulados.');
      });
    }
  }

  async function attempt(what) {
    trouble.replaceChildren();
    try {
      await what();
    } catch (error) {
      trouble.replaceChildren(failure(error));
    }
  }

  $('#page').append(
    el('p', {}, 'Con su enlace una unidad entra a su formulario, sin cuenta ni clave. Envíelo solo a la unidad.'),
    trouble,
    maker(overview, path, attempt, refresh),
    el('h2', {}, 'Enlaces hechos'),
    list,
    el('p', { class: 'buttons' }, el('button', { type: 'button', class: 'second', onclick: () => void revokeAll() }, 'Anular todos los enlaces'))
  );
  put(links);
}

const states = { active: 'Sirve', expired: 'Venció', revoked: 'Anulado' };

function maker(overview, path, attempt, refresh) {
  const unit = el('select', {}, ...overview.units.map(one => el('option', { value: one.code }, `${one.code} · ${one.name}`)));
  const period = el('select', {}, ...overview.periods.map(one => el('option', { value: one.id, selected: one.id === overview.period.id }, semester(one.id))));
  const made = el('div', { role: 'status' });

  const make = () =>
    attempt(async () => {
      const { body: link } = await post(path, { unit: unit.value, period: period.value });
      const copy = el('button', { type: 'button', class: 'second small', onclick: () => void copyAddress(link.url, copy) }, 'Copiar');
      made.replaceChildren(
        el(
          'div',
          { class: 'box good' },
          el('p', {}, `Enlace de ${link.unit} para el ${semester(link.period)}. Cópielo ahora: no se vuelve a mostrar.`),
          el('p', { class: 'address' }, link.url),
          el('p', {}, copy)
        )
      );
      await refresh();
    });

  return el(
    'form',
    {
      class: 'amendment',
      onsubmit: event => {
        event.preventDefault();
        void make();
      },
    },
    el('h2', {}, 'Hacer un enlace'),
    field('Unidad', null, unit),
    field('Periodo', null, period),
    el('p', { class: 'buttons' }, el('button', {}, 'Hacer el enlace')),
    made
  );
}

async function copyAddress(url, button) {
  try {
    await navigator.clipboard.writeText(url);
    button.textContent = 'Copiado';
    announce('El enlace se copió.');
  } catch {
    announce('El navegador no deja copiar: selecciónelo y cópielo.');
  }
}

void beginDesk(load, show);
