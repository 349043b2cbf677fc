// The form with which a working group is registered or changed.
import { el } from './dom.js';
import { field, lines, tick } from './fields.js';
import { repeated } from './repeated.js';
import { clear, failure, show as showErrors } from './problems.js';

const text = (value, properties = {}) => Object.assign(el('input', { type: 'text', autocomplete: 'off', ...properties }), { value: value ?? '' });
const mail = value => text(value, { type: 'email' });
const date = value => text(value, { type: 'date' });
const months = 'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre'.split(' ');

// onsave(content) is awaited; isKnown: the initials of a registered group do not change; oncancel: null for a new group.
export function groupForm({ values, quorum = { percent: 50, isExceeded: true }, isKnown = false, onsave, oncancel = null }) {
  const summary = el('div', { class: 'box bad', tabindex: '-1', role: 'alert', hidden: true });
  const trouble = el('div', {});
  const change = () => {};
  const controls = {
    id: text(values.id, { disabled: isKnown }),
    body: text(values.body),
    name: text(values.name),
    'legalBasis.norm': text(values.legalBasis?.norm),
    'legalBasis.date': date(values.legalBasis?.date),
    'quorum.percent': text(quorum.percent, { type: 'number', min: 1, max: 100 }),
  };
  const chair = office(values.chair);
  const secretariat = office(values.secretariat);
  const exceeded = tick('Debe superarse ese porcentaje');
  exceeded.control.checked = quorum.isExceeded;
  const functions = lines('Funciones', 'Una en cada línea.', 'Agregar otra función', 'Función', values.functions ?? [], () => '', change);
  const members = repeated({
    label: 'Integrantes',
    hint: 'Quien deja el cargo se queda en la lista con su último día; quien lo sigue es otro integrante.',
    addLabel: 'Agregar un integrante',
    most: 100,
    blank: {},
    values: values.members ?? [],
    make: member,
    onchange: change,
  });
  const invited = repeated({
    label: 'Invitados',
    hint: 'Asisten sin voto y reciben las convocatorias si tienen correo.',
    addLabel: 'Agregar un invitado',
    most: 50,
    blank: {},
    values: values.invited ?? [],
    make: guest,
    onchange: change,
  });
  const duties = repeated({
    label: 'Obligaciones anuales',
    hint: 'Por ejemplo «Presentar el informe anual», hasta el 31 de enero. Se recuerdan 30 y 7 días antes y 7 después.',
    addLabel: 'Agregar una obligación',
    most: 20,
    blank: {},
    values: values.duties ?? [],
    make: duty,
    onchange: change,
  });
  const groups = { chair, secretariat };
  const listed = { functions, members, invited, duties };

  const read = () => ({
    id: controls.id.value.trim(),
    body: controls.body.value.trim(),
    name: controls.name.value.trim(),
    legalBasis: { norm: controls['legalBasis.norm'].value.trim(), date: controls['legalBasis.date'].value || null },
    chair: chair.read(),
    secretariat: secretariat.read(),
    functions: functions.read().map(one => one.trim()).filter(Boolean),
    members: members.read(),
    invited: invited.read(),
    duties: duties.read(),
    quorum: { percent: Number(controls['quorum.percent'].value), isExceeded: exceeded.control.checked },
  });

  function find(name) {
    const [, list, index, rest = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(name ?? '') ?? [];
    if (list) {
      return listed[list]?.find(Number(index), rest) ?? null;
    }
    const [first, second] = (name ?? '').split('.');
    return groups[first]?.controls[second] ?? controls[name] ?? listed[name]?.find(0) ?? null;
  }

  async function send(event) {
    event.preventDefault();
    clear(summary);
    trouble.replaceChildren();
    save.disabled = true;
    try {
      await onsave(read());
    } catch (error) {
      if (error.status === 422 || error.status === 400 || (error.status === 409 && error.errors[0].field)) {
        showErrors(error.errors, summary, find);
      } else {
        trouble.replaceChildren(failure(error));
      }
    } finally {
      save.disabled = false;
    }
  }

  const save = el('button', {}, isKnown ? 'Guardar el registro' : 'Registrar el grupo');
  return el(
    'form',
    { class: 'amendment', novalidate: true, onsubmit: event => void send(event) },
    summary,
    field('Siglas', isKnown ? 'No cambian.' : 'Por ejemplo CSIG-MIMP.', controls.id),
    field('Nombre del grupo', null, controls.name),
    field('Entidad', null, controls.body),
    field('Norma que lo crea', 'Por ejemplo «RM N° 296-2017-MIMP».', controls['legalBasis.norm']),
    field('Fecha de la norma', 'Puede quedar vacía.', controls['legalBasis.date']),
    chair.element('Presidencia'),
    secretariat.element('Secretaría Técnica', 'Recibe los recordatorios que no tienen otro responsable con correo.'),
    members.element,
    field('Quórum, en porcentaje de los integrantes con voto', null, controls['quorum.percent']),
    exceeded.element,
    invited.element,
    functions.element,
    duties.element,
    trouble,
    el('p', { class: 'buttons' }, save, oncancel ? el('button', { type: 'button', class: 'second', onclick: oncancel }, 'Cancelar') : null)
  );
}

const addressOf = control => control.value.trim() || null;

function office(value = {}) {
  const controls = { organisation: text(value.organisation), person: text(value.person), address: mail(value.address) };
  return {
    controls,
    read: () => ({ organisation: controls.organisation.value.trim(), person: controls.person.value.trim(), address: addressOf(controls.address) }),
    element: (label, hint = null) =>
      el(
        'fieldset',
        { class: 'field' },
        el('legend', {}, label),
        hint ? el('p', { class: 'hint' }, hint) : null,
        field('Órgano, unidad o entidad', null, controls.organisation),
        field('Persona', 'Puede quedar vacía.', controls.person),
        field('Correo', null, controls.address)
      ),
  };
}

// An item of a list, by its controls; what was not there before is left out if nothing was typed.
const item = (controls, elements, read, title) => ({
  element: el('div', {}, ...elements),
  control: Object.values(controls)[0],
  find: name => controls[name] ?? null,
  isEmpty: () => Object.values(controls).every(one => one.type === 'checkbox' || one.tagName === 'SELECT' || one.value.trim() === ''),
  read,
  name: number => `${title} ${number}`,
});

function member(value) {
  const vote = tick('Tiene voto');
  vote.control.checked = !value.hasNoVote;
  const controls = {
    organisation: text(value.organisation),
    person: text(value.person),
    address: mail(value.address),
    alternate: text(value.alternate),
    alternateAddress: mail(value.alternateAddress),
    from: date(value.from),
    to: date(value.to),
  };
  const id = value.id ?? crypto.randomUUID();
  return item(
    controls,
    [
      field('Representa a', null, controls.organisation),
      field('Titular', null, controls.person),
      field('Correo del titular', null, controls.address),
      field('Alterno', null, controls.alternate),
      field('Correo del alterno', null, controls.alternateAddress),
      field('En funciones desde', 'Puede quedar vacío.', controls.from),
      field('Hasta', 'Vacío mientras siga.', controls.to),
      vote.element,
    ],
    () => ({
      id,
      organisation: controls.organisation.value.trim(),
      person: controls.person.value.trim(),
      address: addressOf(controls.address),
      alternate: controls.alternate.value.trim(),
      alternateAddress: addressOf(controls.alternateAddress),
      from: controls.from.value || null,
      to: controls.to.value || null,
      hasNoVote: !vote.control.checked,
    }),
    'el integrante'
  );
}

function guest(value) {
  const controls = { organisation: text(value.organisation), person: text(value.person), address: mail(value.address) };
  return item(
    controls,
    [field('Entidad', null, controls.organisation), field('Persona', null, controls.person), field('Correo', null, controls.address)],
    () => ({ organisation: controls.organisation.value.trim(), person: controls.person.value.trim(), address: addressOf(controls.address) }),
    'el invitado'
  );
}

function duty(value) {
  const controls = {
    title: text(value.title),
    day: text(value.day, { type: 'number', min: 1, max: 31 }),
    month: el('select', {}, ...months.map((name, index) => el('option', { value: index + 1, selected: index + 1 === value.month }, name))),
  };
  return item(
    controls,
    [field('Obligación', null, controls.title), field('Hasta el día', null, controls.day), field('De', null, controls.month)],
    () => ({
      id: value.id ?? crypto.randomUUID(),
      title: controls.title.value.trim(),
      month: Number(controls.month.value),
      day: Number(controls.day.value),
    }),
    'la obligación'
  );
}
