// The parts of a large file.

// As the server has it: EvidenceLimits.PartBytes.
export const partBytes = 4 * 1024 * 1024;

// Numbered from 1.
export const all = item => Array.from({ length: Math.ceil(item.size / partBytes) }, (_, index) => index + 1);

export const partOf = (item, number) => item.file.slice((number - 1) * partBytes, number * partBytes);

// SHA-256 in hexadecimal.
export const hashOf = async content =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer())), byte => byte.toString(16).padStart(2, '0')).join('');
