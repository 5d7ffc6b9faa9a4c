/** Drawn on 16 × 16, in the colour of the text. Each stands beside a text or in a button with a name. */
const paths = {
  up: 'M8 3.2 3.5 7.7l.9.9L7.4 5.6V13h1.2V5.6l3 3 .9-.9z',
  down: 'M8 12.8l4.5-4.5-.9-.9-3 3V3H7.4v7.4l-3-3-.9.9z',
  promote: 'M3 2h10v1.2H3zm5 2.6 4.2 4.2-.9.9-2.7-2.7V14H7.4V7L4.7 9.7l-.9-.9z',
  file: 'M4 1.8h5.4L13 5.4v8.8H4zm1.2 1.2v10h6.6V6H8.8V3zM10 3.6V4.800h1.200z',
  remove: 'm4.3 3.4 3.7 3.7 3.700-3.700.9.9L8.900 8l3.700 3.700-.9.9L8 8.900l-3.700 3.700-.9-.9L7.100 8 3.400 4.300z',
  open: 'M3 3h4.500v1.200H4.200v7.600h7.600V8.500H13V13H3zm6-.2h4.200V7H12V4.900L7.900 9 7 8.100 11.100 4H9z',
  lock: 'M5 7V5.200a3 3 0 0 1 6 0V7h1v6.500H4V7zm1.200 0h3.600V5.200a1.800 1.800 0 0 0-3.600 0zM5.200 8.200v4.100h5.600V8.200z',
  unlock:
    'M5 7V5.200a3 3 0 0 1 5.800-1l-1.100.5A1.800 1.800 0 0 0 6.200 5.200V7H12v6.500H4V7zm.2 1.200v4.100h5.600V8.200z',
  picture:
    'M2 3h12v10H2zm1.200 1.200v5.900l2.600-2.600 2 2L10.700 6.700l2.100 2.100V4.200zm0 7.600h9.600v-1.300l-2.100-2.100-2.900 2.900-2-2-2.600 2.600zM6 5a1 1 0 1 1 0 2 1 1 0 0 1 0-2z',
  warning: 'M8 2 1.500 13.500h13zm0 2.400 4.400 7.900H3.600zM7.400 6.800h1.200v3H7.400zm0 3.700h1.200v1.200H7.400z',
  check: 'm6.500 11.800-3.700-3.700.9-.9 2.800 2.800 5.800-5.800.9.9z',
  grip: 'M6 3h1.400v1.400H6zm2.600 0H10v1.400H8.600zM6 7.300h1.400v1.400H6zm2.600 0H10v1.400H8.600zM6 11.600h1.400V13H6zm2.600 0H10V13H8.600z',
} as const;

export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
