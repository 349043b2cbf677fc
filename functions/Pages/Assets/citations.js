// Says what the number of a document lacks while it is typed. It advises and never rejects: the server reads more ways
// of writing one.

const sign = /\bn(?:[°º.]|ro\.?|ú?um\.?)?\s*[°º]?\s*(?=d?-?\d)/i;
const example = 'INFORME N° D000149-2023-MIMP-OGRH';

export function adviseNumber(text) {
  if (text === '' || /^correo\b/i.test(text)) {
    return '';
  }
  if (!/^[a-záéíóúñ.]{2,}/i.test(text)) {
    return `Empiece por el tipo de documento. Ejemplo: ${example}.`;
  }
  if (!/\d/.test(text)) {
    return `Falta el número. Ejemplo: ${example}.`;
  }
  const found = /\b(d)?-?\s?(\d{1,9})((?:\s*[-/]\s*[a-z\d]+)*)\s*$/i.exec(text.replace(sign, ''));
  if (!found) {
    return `No se reconoce el número. Ejemplo: ${example}.`;
  }
  const parts = found[3].split(/[-/]/).map(part => part.trim()).filter(Boolean);
  const lacks = [
    parts.some(part => /^(19|20)\d\d$/.test(part)) ? null : 'el año',
    parts.some(part => /^[a-z]/i.test(part)) ? null : 'las siglas de la oficina',
  ].filter(Boolean);
  if (lacks.length > 0) {
    return `Falta ${lacks.join(' y ')}. Ejemplo: ${example}.`;
  }
  const numbered = /^(informe|memor|oficio|carta|nota|prove)/i.test(text);
  return numbered && !found[1] ? 'El SGD pone una D antes del número: revise si este la lleva.' : '';
}

export function adviseLink(text) {
  if (text === '') {
    return '';
  }
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(text) ? '' : 'La dirección debe empezar con https:// o http://.';
}
