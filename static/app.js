// Conveniences only: every page works without this file.

// Escape closes an open menu and goes back to what opened it.
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && event.target.closest('header details[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

// A box in the head of a table ticks all below it.
for (const head of document.querySelectorAll('[data-tick-all]')) {
  const boxes = [...head.closest('table').querySelectorAll('tbody [type=checkbox]')];
  if (boxes.length < 2) continue;
  const all = document.createElement('input');
  all.type = 'checkbox';
  all.ariaLabel = head.dataset.tickAll;
  const sum = () => {
    const ticked = boxes.filter(box => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener('change', () => boxes.forEach(box => { box.checked = all.checked; }));
  boxes.forEach(box => box.addEventListener('change', sum));
  // The browser may bring ticks back that were made before.
  addEventListener('pageshow', sum);
  head.replaceChildren(all);
}

// A button copies what stands in a field; without it the field is there to be selected.
for (const button of document.querySelectorAll('[data-copies]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    const field = document.getElementById(button.dataset.copies);
    field.select();
    await navigator.clipboard.writeText(field.value);
    button.nextElementSibling.textContent = button.dataset.copied;
  });
}
