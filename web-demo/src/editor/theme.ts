import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

/** The editor takes all its colours from the page's custom properties, so light and dark are one theme. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--fg)', backgroundColor: 'var(--editor)', fontSize: '12.5px' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overscrollBehavior: 'contain' },
  '.cm-content': { caretColor: 'var(--accent-fg)', padding: '8px 0 40vh' },
  '.cm-line': { padding: '0 12px 0 4px' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--accent-fg)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground, ::selection': {
    backgroundColor: 'var(--selection)',
  },
  '.cm-gutters': { backgroundColor: 'var(--editor)', color: 'var(--fg-faint)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 10px', minWidth: '34px' },
  '.cm-activeLine': { backgroundColor: 'var(--line-active)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--line-active)', color: 'var(--fg-soft)' },
  '.cm-foldGutter .cm-gutterElement': { color: 'var(--fg-faint)', cursor: 'pointer', padding: '0 4px 0 0' },
  '.cm-foldPlaceholder': { backgroundColor: 'var(--bg-sunk)', border: '1px solid var(--rule)', color: 'var(--fg-soft)', padding: '0 4px' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--selection)', outline: '1px solid var(--rule-strong)' },
  '.cm-comment, .cm-comment *': { color: 'var(--tok-comment) !important', fontStyle: 'normal' },
  '.cm-secret': { WebkitTextSecurity: 'disc' },
  // Findings
  '.cm-gutter-lint': { width: '18px' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 2px', display: 'flex', alignItems: 'center' },
  '.cm-lint-marker': { width: '12px', height: '12px', backgroundRepeat: 'no-repeat', cursor: 'pointer' },
  '.cm-lint-marker-error': { content: 'none', borderRadius: '50%', backgroundColor: 'var(--error)' },
  '.cm-lint-marker-warning': {
    content: 'none',
    backgroundColor: 'var(--warning)',
    clipPath: 'polygon(50% 6%, 100% 94%, 0 94%)',
  },
  '.cm-lint-marker-info': { content: 'none', borderRadius: '2px', backgroundColor: 'var(--info)', transform: 'scale(.7)' },
  '.cm-lintRange': { backgroundImage: 'none', paddingBottom: '0', borderRadius: '2px' },
  '.cm-lintRange-error': underline('var(--error)'),
  '.cm-lintRange-warning': underline('var(--warning)'),
  '.cm-lintRange-info': underline('var(--info)'),
  '.cm-related': { textDecorationStyle: 'dotted' },
  '.cm-lintRange-active': { backgroundColor: 'var(--selection)' },
  '.cm-lintPoint': { position: 'relative' },
  '.cm-lintPoint:after': { borderBottomColor: 'var(--error) !important', borderWidth: '0 4px 5px', borderLeftWidth: '4px', borderRightWidth: '4px' },
  '.cm-lit': { borderRadius: '2px' },
  '.cm-lit-error': lit('var(--error)'),
  '.cm-lit-warning': lit('var(--warning)'),
  '.cm-lit-info': lit('var(--info)'),
  '.cm-here': { backgroundColor: 'var(--accent-bg)', borderRadius: '2px' },
  // Tooltip
  '.cm-tooltip': {
    backgroundColor: 'var(--bg-raised)',
    border: '1px solid var(--rule-strong)',
    borderRadius: '8px',
    boxShadow: 'var(--shadow)',
    maxWidth: 'min(440px, 88vw)',
    overflow: 'hidden',
    fontFamily: 'var(--sans)',
    fontSize: '13px',
    zIndex: '50',
  },
  '.cm-tooltip-lint': { maxHeight: '46vh', overflow: 'auto' },
  '.cm-diagnostic': { padding: '9px 12px', border: '0', borderLeft: '3px solid var(--rule)', whiteSpace: 'normal', margin: '0', lineHeight: '1.45' },
  '.cm-diagnostic + .cm-diagnostic': { borderTop: '1px solid var(--rule)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--error)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warning)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--info)' },
  '.cm-diagnostic .rule': { fontFamily: 'var(--mono)', fontSize: '11.5px', color: 'var(--fg-soft)', marginTop: '2px' },
  '.cm-diagnostic .help': { color: 'var(--fg-soft)', marginTop: '2px' },
  '.cm-diagnosticAction': {
    font: '500 12px var(--sans)',
    color: 'var(--accent-fg)',
    backgroundColor: 'transparent',
    border: '1px solid var(--rule-strong)',
    borderRadius: '5px',
    padding: '2px 8px',
    margin: '6px 6px 0 0',
    cursor: 'pointer',
  },
  '.cm-diagnosticAction:hover': { backgroundColor: 'var(--accent-bg)' },
  '.cm-diagnosticAction:focus-visible': { outline: '2px solid var(--focus)', outlineOffset: '1px' },
  // Search
  '.cm-panels': { backgroundColor: 'var(--bg-sunk)', color: 'var(--fg)', borderColor: 'var(--rule)', fontFamily: 'var(--sans)' },
  '.cm-textfield, .cm-button': {
    background: 'var(--bg)',
    color: 'var(--fg)',
    border: '1px solid var(--rule-strong)',
    borderRadius: '5px',
    fontSize: '12px',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--warning-bg)', outline: '1px solid var(--warning-rule)' },
})

function underline(color: string) {
  return { textDecoration: `underline wavy ${color} 1px`, textUnderlineOffset: '3px', textDecorationSkipInk: 'none' }
}

function lit(color: string) {
  return {
    backgroundColor: `color-mix(in srgb, ${color} 16%, transparent)`,
    boxShadow: `0 0 0 1px color-mix(in srgb, ${color} 65%, transparent)`,
  }
}

const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.propertyName, color: 'var(--tok-key)' },
    { tag: tags.string, color: 'var(--tok-string)' },
    { tag: tags.number, color: 'var(--tok-number)' },
    { tag: [tags.bool, tags.null], color: 'var(--tok-word)' },
    { tag: [tags.separator, tags.brace, tags.squareBracket], color: 'var(--tok-mark)' },
  ]),
)

export const theme = [look, colours]
