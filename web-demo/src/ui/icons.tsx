import type { Level } from '../types'

const paths = {
  error: 'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM5.600 5.600l4.800 4.800M10.400 5.600l-4.800 4.800',
  warning: 'M8 2 1.700 13.300h12.600L8 2ZM8 6.400v3.200M8 11.500v.100',
  info: 'M8 1.500a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13ZM8 7.300v3.700M8 4.900v.100',
  check: 'm3 8.500 3.300 3.300L13 4.800',
  plus: 'M8 3v10M3 8h10',
  minus: 'M3 8h10',
  cross: 'm4 4 8 8M12 4l-8 8',
  copy: 'M5.500 5.500v-3h8v8h-3M2.500 5.500h8v8h-8z',
  trash: 'M2.500 4.500h11M6 4.500v-2h4v2M4 4.500l.600 9h6.800l.600-9M6.600 7v4M9.400 7v4',
  eye: 'M1.500 8S4 3.500 8 3.500 14.500 8 14.500 8 12 12.500 8 12.500 1.500 8 1.500 8ZM8 6.200a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600Z',
  eyeOff: 'M2 2l12 12M6 4a6 6 0 0 1 2-.500C12 3.500 14.500 8 14.500 8a12 12 0 0 1-2 2.500M4 5.200A12 12 0 0 0 1.500 8S4 12.500 8 12.500a6 6 0 0 0 2.500-.600',
  down: 'm4 6 4 4 4-4',
  undo: 'M6 3 3 6l3 3M3 6h6.500a3.500 3.500 0 0 1 0 7H6',
  redo: 'm10 3 3 3-3 3M13 6H6.500a3.500 3.500 0 0 0 0 7H10',
  upload: 'M8 10.500v-8M4.800 5.500 8 2.300l3.200 3.200M2.500 10.500v3h11v-3',
  download: 'M8 2.500v8M4.800 7.500 8 10.700l3.200-3.200M2.500 10.500v3h11v-3',
  link: 'M6.700 9.300a2.800 2.800 0 0 0 4 0l2-2a2.800 2.800 0 0 0-4-4l-.900.900M9.300 6.700a2.800 2.800 0 0 0-4 0l-2 2a2.800 2.800 0 0 0 4 4l.900-.900',
  file: 'M4 1.800h5.300L12.500 5v9.200H4zM9 2v3.300h3.300M6 8.300h4.500M6 11h4.500',
  wand: 'm2.500 13.500 7-7M8.300 5.300l2.400 2.400M11.500 1.500v3M10 3h3M13.300 8.500v2M12.300 9.500h2M5 2v2M4 3h2',
  search: 'M7 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9ZM10.300 10.300l3.400 3.400',
  sun: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6ZM8 1v1.500M8 13.500V15M1 8h1.500M13.500 8H15M3 3l1.100 1.100M11.900 11.900 13 13M13 3l-1.100 1.100M4.100 11.900 3 13',
  moon: 'M13.500 9.500A5.800 5.800 0 0 1 6.500 2.500a5.800 5.800 0 1 0 7 7Z',
  auto: 'M2 3h12v8H2zM6 13.500h4M8 11v2.500',
  cloud: 'M4.500 12.500a3 3 0 0 1-.300-6 4 4 0 0 1 7.600 1 2.500 2.500 0 0 1-.300 5zM8 11V7.300M6.300 8.700 8 7l1.700 1.700',
  shield: 'M8 1.800 3 3.700v4c0 3 2 5.400 5 6.500 3-1.100 5-3.500 5-6.500v-4zM5.800 8l1.600 1.600L10.300 6.500',
  text: 'M5.500 4 2 8l3.500 4M10.500 4 14 8l-3.500 4',
  more: 'M3.500 8h.100M8 8h.100M12.500 8h.100',
  linked: 'M5 4.500h-2.500v7H5M11 4.500h2.500v7H11M5.500 8h5',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" role={label ? 'img' : undefined} aria-label={label} aria-hidden={label ? undefined : 'true'}>
      <path d={paths[name]} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}

export const LevelIcon = ({ level, label }: { level: Level; label?: string }) => <Icon name={level} label={label} />
