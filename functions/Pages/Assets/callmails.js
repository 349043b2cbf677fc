// What became of the mails of a session's latest call, or of its cancellation.
import { el } from './dom.js';
import { get } from './api.js';
import { moment } from './format.js';
import { atPlan, table } from './desk.js';
import { fateOf, summary } from './mails.js';
import { part } from './part.js';

const lost = ['bounced', 'complained', 'rejected'];

export function callMails(overview, session, path) {
  const { element, refresh } = part(
    'mails',
    session.state === 'cancelled' ? 'Correos de la cancelación' : 'Correos de la convocatoria',
    () => get(`${path}/sessions/${session.id}/mails`),
    mails => show(mails, overview)
  );
  void refresh();
  return element;
}

const show = (mails, overview) =>
  mails.length === 0
    ? el('p', {}, 'No se envió ninguno.')
    : [
        el('p', {}, summary(mails)),
        mails.some(mail => lost.includes(mail.state))
          ? el('p', { class: 'box warn' }, 'A algunas personas no les llegó: avíseles por otro medio y corrija su dirección en el registro del grupo.')
          : '',
        table(
          'A quién se escribió y qué fue de cada correo',
          ['Para', 'Qué fue de él', 'Desde'],
          mails.map(mail => [[mail.name, el('p', { class: 'soft' }, mail.to)], fateOf(mail), moment(atPlan(mail.at, overview.period.opens))])
        ),
      ];
