// The token of the link stands behind the # of the address. It goes from there into the form, and out of the history.
const form = document.querySelector('form');
const incomplete = document.querySelector('#incomplete');

function read() {
  const token = location.hash.slice(1);
  if (token === '' && form.elements.token.value !== '') {
    return;
  }
  form.elements.token.value = token;
  form.hidden = token === '';
  incomplete.hidden = token !== '';
  history.replaceState(null, '', location.pathname);
}

addEventListener('hashchange', read);
read();
