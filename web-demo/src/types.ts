/** What the linter says, as its package declares it. */
import type { Level } from 'acklint'

export type { Edit, Finding, Fix, Json, Lang, Level, Options, Related, Rule, Span } from 'acklint'

export const LEVELS: readonly Level[] = ['error', 'warning', 'info']
