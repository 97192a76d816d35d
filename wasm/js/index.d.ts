/** Language of messages. */
export type Lang = 'en' | 'zh'

export type Level = 'error' | 'warning' | 'info'

/** How sure the source of a rule is. */
export type Certainty = 'stated' | 'implied' | 'elsewhere' | 'disputed'

/** When a fix may be applied: it keeps the meaning; it may change it; it is one of several ways out. */
export type Safety = 'safe' | 'unsafe' | 'choice'

/** A value of JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** A place in the text. Lines and columns count from 1, offsets from 0; columns and offsets in UTF-16 units. */
export interface Place {
  offset: number
  line: number
  column: number
}

/** A half-open range of the text: `text.slice(span.start.offset, span.end.offset)`. */
export interface Span {
  start: Place
  end: Place
}

/** One replacement; an empty span inserts. */
export interface Edit {
  span: Span
  text: string
}

/** A way out of a finding: edits that belong together. They do not overlap. */
export interface Fix {
  title: string
  safety: Safety
  edits: Edit[]
}

/** Another place involved in a finding. */
export interface Related {
  pointer: string
  span: Span
  message: string
}

/** One fault. */
export interface Finding {
  /** Id of the rule; rules of a pack of one's own are `pack/rule`. */
  rule: string
  level: Level
  certainty: Certainty
  /** JSON pointer of the primary place; empty for the whole request. */
  pointer: string
  /** What is wrong. */
  message: string
  /** What to do. */
  help?: string
  /** The page that says so. */
  url?: string
  /** Primary place. */
  span: Span
  /** Every other place involved. */
  related: Related[]
  /** Ways out, the best first. */
  fixes: Fix[]
}

export interface Options {
  /** Language of messages; `en` unless set. */
  lang?: Lang
  /** Comments and trailing commas are no faults. */
  jsonc?: boolean
  /** Placeholders and template holes are no faults. */
  allowPlaceholders?: boolean
  /** Most findings; a closing note tells that there are more. 1000 unless set. */
  maxFindings?: number
}

/** What a change of a form did to its findings. */
export interface Change {
  /** Findings that were not there before. One that reads differently, or has another fix, counts as another. */
  added: Finding[]
  /** Findings that are gone, with their places in the text before the change. */
  removed: Finding[]
  /** All findings now. */
  findings: Finding[]
  /** What was changed in the text before, for an editor that shows it. */
  edits: Edit[]
}

export interface Fixed {
  text: string
  /** Number of fixes that were applied. */
  applied: number
}

/** A documented constraint. */
export interface Rule {
  id: string
  topic: string
  level: Level
  certainty: Certainty
  title: string
  /** The constraint in full. */
  why: string
  /** The page that says so. */
  url?: string
  /** Requests, or parts of them, with the fault. */
  invalid: string[]
  /** The same without it. */
  valid: string[]
}

/** A field of the request. */
export interface Field {
  /** `nodepools[].scaling_group.period` */
  path: string
  type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'map' | 'array' | 'any'
  /** Type of the items of a list. */
  items?: Field['type']
  /** Section of the form it belongs to. */
  section?: string
  default?: boolean | number | string
  /** Unit of a number. */
  unit?: string
  example?: Json
  /** Its value is never shown. */
  secret?: boolean
  /** The text holds a document of its own; only `json` is known. */
  embedded?: string
  /** Prefix of resource ids. */
  id_prefix?: string
  /** Only in the page's sample; of a later version; of an earlier one, and then with what replaces it. */
  status?: 'sample' | 'later' | 'removed'
  replaced_by?: string
  /** Name of the condition under which a field of an earlier version is still in use. */
  unless?: string
  /** Known values, with what they mean. */
  values?: { value: boolean | number | string; label?: string }[]
  /** Whether other values than the known ones are refused. */
  closed?: boolean
  /** What it is. */
  text: string
}

/**
 * Loads the module. In browsers it must be awaited before anything else is called; in Node it does nothing.
 * `source` is needed only if the module does not lie next to this file.
 */
export function init(source?: string | URL | Response | BufferSource | WebAssembly.Module): Promise<void>

/** Findings of a request, by place. Never throws for what the text is. Bytes may be of any encoding. */
export function check(text: string | Uint8Array, options?: Options): Finding[]

/** Applies all safe fixes until there are none left. The result has no error that the text did not have. */
export function fix(text: string, options?: Options): Fixed

/** The parts of a request that must not be shown: passwords and start-up scripts. */
export function secrets(text: string): Span[]

/** All rules. Loads the documentation at the first call. */
export function rules(lang?: Lang): Promise<Rule[]>

/** What a rule (by its id) or a field (by its path, or a JSON pointer) is about. */
export function explain(name: string, lang?: Lang): Promise<Rule | Field | undefined>

/** All fields of the request. */
export function fields(lang?: Lang): Promise<Field[]>

/** JSON Schema of the request. */
export function schema(): Promise<{ [key: string]: Json }>

/**
 * Adds rules of one's own: a pack as JSON. Loads a larger module at the first call. Applies to calls from then on
 * and to forms made from then on. Rejects if the pack has faults, with all of them in the message.
 */
export function addPack(json: string): Promise<void>

/**
 * Adds facts of the account: the unchanged output of `aliyun vpc DescribeVpcs`, `aliyun vpc DescribeVSwitches` or
 * `aliyun cs DescribeClustersV1`. Loads a larger module at the first call, as `addPack` does. Applies to calls from
 * then on and to forms made from then on. Rejects if it is none of these, with words in the language asked for.
 */
export function addFacts(json: string | Uint8Array, lang?: Lang): Promise<void>

/** Forgets all facts. */
export function clearFacts(): void

/** A request that is being edited, and its findings. Edits keep comments and layout. */
export class Form {
  constructor(text: string, options?: Options)
  readonly text: string
  readonly findings: Finding[]
  /** Sets the value at a JSON pointer; objects on the way are made. `undefined` if no value can be there. */
  set(pointer: string, value: Json): Change | undefined
  /** Removes the member or item at a JSON pointer. `undefined` if there is none. */
  remove(pointer: string): Change | undefined
  /** Inserts an item before the one the pointer names; `/list/-`, or the list itself, appends. */
  insert(pointer: string, value: Json): Change | undefined
  /** Replaces the text. */
  setText(text: string): Change
  /** Other options: another language, say. */
  setOptions(options: Options): Change
  /** Frees its memory; it must not be used afterwards. */
  free(): void
}
