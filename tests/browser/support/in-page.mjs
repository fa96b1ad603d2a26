// Looks that are taken inside the page: each function is sent there as it stands and can use nothing from outside.

/** What reaches beyond the right edge, when the page scrolls sideways. */
export function overflowing() {
  if (document.documentElement.scrollWidth <= innerWidth) return '';
  const all = [...document.querySelectorAll('body *')];
  const wide = all.filter(one => one.getBoundingClientRect().right > innerWidth + 1);
  return wide.slice(-3).map(one => `${one.tagName.toLowerCase()}.${one.className}`).join(' | ') || 'the page';
}

export function isWithoutSkipLink() {
  const first = document.querySelector('a[href], button, input:not([type=hidden]), select, textarea, summary');
  const target = first?.getAttribute('href') ?? '';
  return !target.startsWith('#') || !document.getElementById(target.slice(1));
}

/** Text that stands out from what is under it by less than 6:1. */
export function weakText() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const painted = new Map();
  const found = new Map();
  for (const element of document.querySelectorAll('body *')) {
    const hasText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!hasText || !element.checkVisibility() || element.matches(':disabled') || isForScreenReaders(element)) continue;
    const ratio = contrast(getComputedStyle(element).color, background(element));
    if (ratio < 6) found.set(`${element.tagName.toLowerCase()}.${element.className}`, ratio.toFixed(2));
  }
  return [...found].map(([element, ratio]) => `${element} ${ratio}`);

  function isForScreenReaders(element) {
    for (let one = element; one; one = one.parentElement) {
      if (one.offsetWidth === 1 && one.offsetHeight === 1) return true;
    }
    return false;
  }

  function background(element) {
    for (let one = element; one; one = one.parentElement) {
      const colour = getComputedStyle(one).backgroundColor;
      if (rgba(colour)[3]) return colour;
    }
    return 'Canvas';
  }

  function contrast(one, other) {
    const [lighter, darker] = [luminance(rgba(one)), luminance(rgba(other))].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  }

  function luminance([red, green, blue]) {
    const linear = value => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  function rgba(colour) {
    if (!painted.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      painted.set(colour, canvas.getImageData(0, 0, 1, 1).data);
    }
    return painted.get(colour);
  }
}

/** Why the focus cannot be seen where it is, or nothing when it can. */
export function hiddenFocus() {
  const focused = document.activeElement;
  if (!focused || focused === document.body) return '';
  const name = `${focused.tagName.toLowerCase()} "${(focused.textContent || focused.name || '').trim().slice(0, 40)}"`;
  const ring = one => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  };
  // A card may draw the ring for the radio button in it.
  const around = [focused, ...(focused.labels ?? []), focused.parentElement];
  if (!around.some(ring)) return `${name} shows no focus`;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  if (!isInSight) return `${name} has the focus out of sight`;
  // Part of it may lie under what is sticky, not all of it.
  const points = [0.1, 0.5, 0.9].map(part => [left + part * (right - left), top + part * (bottom - top)]);
  const shown = points.some(([x, y]) => {
    const over = document.elementFromPoint(x, y);
    return over && around.some(one => one.contains(over) || over.contains(one));
  });
  return shown ? '' : `${name} has the focus under something else`;
}
