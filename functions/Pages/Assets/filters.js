// Filters of activities that live in the address: they survive a reload and can be shared.
import { el } from './dom.js';
import { count } from './format.js';
import { param, setParams } from './desk.js';

const states = {
  pendiente: ['Por hacer', [null]],
  borrador: ['Borrador', ['draft']],
  enviado: ['Enviado, por revisar', ['submitted', 'resubmitted']],
  devuelto: ['Devuelto', ['returned']],
  aceptado: ['Aceptado', ['accepted']],
};

const doubts = {
  con: ['Con observaciones', activity => activity.doubts > 0],
  graves: ['Con observaciones graves', activity => activity.serious > 0],
  sin: ['Sin observaciones', activity => activity.doubts === 0],
};

// What an address keeps of the filters.
export const kept = () => Object.fromEntries(['unidad', 'estado', 'observaciones', 'q'].map(name => [name, param(name)]));

// A text as searches compare it: without accents and capitals.
export const plain = text => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

// onchange gets the activities that are left.
export function filterBar(overview, onchange) {
  const units = new Map(overview.units.map(unit => [unit.code, unit.name]));
  const unit = choice('unidad', [['', 'Todas'], ...overview.units.map(one => [one.code, `${one.code} · ${one.name}`])]);
  const state = choice('estado', [['', 'Todos'], ...Object.entries(states).map(([value, [label]]) => [value, label])]);
  const doubt = choice('observaciones', [['', 'Todas'], ...Object.entries(doubts).map(([value, [label]]) => [value, label])]);
  const search = el('input', { id: 'q', type: 'search', autocomplete: 'off', value: param('q') });
  const found = el('p', { class: 'soft', role: 'status' });
  const element = el(
    'search',
    { class: 'filters', 'aria-label': 'Filtrar actividades' },
    labelled('Unidad', unit),
    labelled('Estado', state),
    labelled('Observaciones', doubt),
    labelled('Número o palabras', search),
    el('button', { type: 'button', class: 'second', onclick: clear }, 'Quitar filtros')
  );

  function clear() {
    for (const control of [unit, state, doubt, search]) {
      control.value = '';
    }
    apply();
  }

  function apply() {
    setParams({ unidad: unit.value, estado: state.value, observaciones: doubt.value, q: search.value.trim() });
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const left = overview.activities.filter(
      activity =>
        (!unit.value || activity.unit === unit.value) &&
        (!state.value || (activity.status === 'active' && states[state.value][1].includes(activity.state))) &&
        (!doubt.value || (activity.status === 'active' && doubts[doubt.value][1](activity))) &&
        words.every(word => plain(`${activity.number} ${activity.title} ${activity.unit} ${units.get(activity.unit) ?? ''}`).includes(word))
    );
    found.textContent = left.length === overview.activities.length ? `${count(left.length, 'actividad', 'actividades')}.` : `${left.length} de ${count(overview.activities.length, 'actividad', 'actividades')}.`;
    onchange(left);
  }

  for (const control of [unit, state, doubt, search]) {
    control.addEventListener('input', apply);
  }
  return { element, found, apply };
}

// A choice whose value stands in the address under its id; options: [value, text].
export function choice(id, options) {
  const control = el('select', { id }, ...options.map(([value, text]) => el('option', { value }, text)));
  control.value = options.some(([value]) => value === param(id)) ? param(id) : '';
  return control;
}

export const labelled = (label, control) => el('div', { class: 'field' }, el('label', { for: control.id }, label), control);
