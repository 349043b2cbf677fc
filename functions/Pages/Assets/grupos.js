// All working groups, for the national secretariat: those that follow no plan yet are registered and changed here.
import { $, announce, el } from './dom.js';
import { get, put } from './api.js';
import { begin } from './page.js';
import { furnish, param, setParams } from './desk.js';
import { field } from './fields.js';
import { clear, failure, show as showErrors } from './problems.js';
import { groupForm } from './groupform.js';
import { groupDetails } from './groupdetails.js';

const load = () => get('/api/groups');
const half = { percent: 50, isExceeded: true };

let done = '';

async function reload(text) {
  done = text;
  announce(text);
  await begin(load, show);
  $('#content').focus();
}

function show(groups, who) {
  furnish(who.role, 'Todas las entidades');
  const place = el('div', {});
  const fresh = () => {
    const form = groupForm({
      values: {},
      onsave: async content => {
        await put(`/api/groups/${encodeURIComponent(content.id || '-')}`, content, 0);
        await reload(`El grupo ${content.id} quedó registrado.`);
      },
      oncancel: () => place.replaceChildren(),
    });
    place.replaceChildren(el('h2', {}, 'Registrar un grupo'), form);
    form.querySelector('input').focus();
  };
  $('#page').append(
    done ? el('p', { class: 'box good', role: 'status' }, done) : '',
    el('p', {}, 'Un grupo sin plan se registra y se cambia aquí. Cuando sigue un plan, lo cambia la Secretaría Técnica de ese plan.'),
    el('h2', {}, 'Grupos registrados'),
    groups.length === 0 ? el('p', { class: 'box info' }, 'Todavía no hay ningún grupo registrado.') : el('div', {}, ...groups.map(card)),
    el('p', { class: 'buttons' }, el('button', { type: 'button', onclick: fresh }, 'Registrar un grupo')),
    place
  );
  done = '';
}

function card(group) {
  const body = el('div', {});
  const details = () => body.replaceChildren(groupDetails({ group, quorum: group.quorum ?? half }), plansForm(group), buttons());
  const buttons = () =>
    group.plans.length > 0
      ? ''
      : el('p', { class: 'buttons' }, el('button', { type: 'button', class: 'second', onclick: edit }, 'Cambiar el registro', el('span', { class: 'unseen' }, ` de ${group.id}`)));
  function edit() {
    const form = groupForm({
      values: group,
      quorum: group.quorum ?? half,
      isKnown: true,
      onsave: async content => {
        await put(`/api/groups/${group.id}`, content, group.version);
        await reload(`El registro de ${group.id} quedó guardado.`);
      },
      oncancel: details,
    });
    body.replaceChildren(form);
    form.querySelector('input:not([disabled])').focus();
  }
  const element = el(
    'details',
    { open: param('grupo') === group.id, ontoggle: () => element.open && setParams({ grupo: group.id }) },
    el('summary', {}, el('strong', {}, group.id), ` · ${group.name} · `, group.plans.length > 0 ? group.plans.join(', ') : el('span', { class: 'state warn' }, 'Sin plan')),
    body
  );
  details();
  return element;
}

function plansForm(group) {
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const trouble = el('div', {});
  const control = el('input', { type: 'text', autocomplete: 'off' });
  control.value = group.plans.join(' ');
  const save = el('button', { class: 'second' }, 'Guardar los planes', el('span', { class: 'unseen' }, ` de ${group.id}`));

  async function send(event) {
    event.preventDefault();
    clear(summary);
    trouble.replaceChildren();
    save.disabled = true;
    try {
      await put(`/api/groups/${group.id}/plans`, { plans: control.value.split(/[\s,;]+/).filter(Boolean) }, group.version);
      await reload(`Los planes de ${group.id} quedaron guardados.`);
    } catch (error) {
      if (error.status === 422 || error.status === 400) {
        showErrors(error.errors, summary, () => control);
      } else {
        trouble.replaceChildren(failure(error));
      }
    } finally {
      save.disabled = false;
    }
  }

  return el(
    'form',
    { novalidate: true, onsubmit: event => void send(event) },
    summary,
    field('Planes que sigue', 'Sus identificadores, separados por espacios, por ejemplo psig-2022-2023.', control),
    trouble,
    el('p', { class: 'buttons' }, save)
  );
}

void begin(load, show);
