declare module 'virtual:model' {
  import type { Field, Known } from './fields'
  const model: {
    fields: Field[]
    known: Known[]
    baselines: Record<string, string>
    sample: string
    page: { en: string; zh: string; url: string; date: string }
  }
  export default model
}

declare module 'acklint/acklint_bg.wasm?url' {
  const url: string
  export default url
}
