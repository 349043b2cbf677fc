// The agreements of a session in its form. One that was saved stays: amendments and mails name it.
import { el } from './dom.js';
import { field } from './fields.js';
import { repeated } from './repeated.js';
import { agreementStates } from './agreements.js';

export function agreementField(overview, session) {
  let last = Math.max(0, ...session.agreements.map(one => one.number));
  return repeated({
    label: 'Acuerdos',
    hint: 'Los pendientes con plazo se recuerdan 7 días antes, el mismo día y 7 días después. Uno guardado no se quita: márquelo sin efecto.',
    addLabel: 'Agregar un acuerdo',
    most: 99,
    blank: {},
    values: session.agreements,
    make: value => agreement(overview, value, value.number ?? ++last),
    onchange: () => {},
  });
}

// A unit of another plan of the group, or one that was merged away, is offered as long as the agreement has it.
const unitsOf = ({ units }, chosen) => (!chosen || units.some(unit => unit.code === chosen) ? units : [...units, { code: chosen, name: 'no está en este plan' }]);

function agreement(overview, value, number) {
  const input = (text, type = 'text') => Object.assign(el('input', { type, autocomplete: 'off' }), { value: text ?? '' });
  const responsible = value.responsible ?? {};
  const text = el('textarea', { rows: 3 });
  text.value = value.text ?? '';
  const option = (key, label, chosen) => el('option', { value: key, selected: key === chosen }, label);
  const controls = {
    text,
    'responsible.unit': el('select', {}, option('', 'Ninguna'), ...unitsOf(overview, responsible.unit).map(unit => option(unit.code, `${unit.code} · ${unit.name}`, responsible.unit))),
    'responsible.organisation': input(responsible.organisation),
    'responsible.person': input(responsible.person),
    'responsible.address': input(responsible.address, 'email'),
    due: input(value.due, 'date'),
    state: el('select', {}, ...['pending', 'done', 'dropped'].map(state => option(state, agreementStates[state][0], value.state))),
    document: input(value.document),
    note: input(value.note),
  };
  const textOf = name => controls[name].value.trim();
  return {
    element: el(
      'div',
      {},
      field(`Acuerdo ${number}`, null, text),
      field('Unidad responsable', null, controls['responsible.unit']),
      field('Otra entidad responsable', 'Si no es una unidad del plan.', controls['responsible.organisation']),
      field('Persona responsable', 'Puede quedar vacía.', controls['responsible.person']),
      field('Correo del responsable', 'Sin él, se recuerda a los contactos de la unidad o a la Secretaría Técnica.', controls['responsible.address']),
      field('Plazo', 'Último día. Sin él, no se recuerda.', controls.due),
      field('Estado', null, controls.state),
      field('Documento que lo acredita', null, controls.document),
      field('Nota', null, controls.note)
    ),
    control: text,
    find: name => controls[name] ?? (name === 'responsible' ? controls['responsible.unit'] : null),
    isEmpty: () => !value.number && Object.keys(controls).every(name => name === 'state' || textOf(name) === ''),
    read: () => ({
      number,
      text: textOf('text'),
      responsible: {
        unit: controls['responsible.unit'].value || null,
        organisation: textOf('responsible.organisation'),
        person: textOf('responsible.person'),
        address: textOf('responsible.address') || null,
      },
      due: controls.due.value || null,
      state: controls.state.value,
      document: textOf('document'),
      note: textOf('note'),
    }),
    name: () => `el acuerdo ${number}`,
  };
}
