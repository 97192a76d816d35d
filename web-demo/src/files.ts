import type { App } from './app'

const LIMIT = 8 << 20

export async function importFile(app: App, file: File) {
  if (file.size > LIMIT) return app.toast('importTooLarge', { name: file.name }, true)
  try {
    app.store.jsonc = /\.jsonc$/i.test(file.name)
    app.store.load(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer()))
    app.toast('imported', { name: file.name })
  } catch {
    app.toast('importFailed', { name: file.name }, true)
  }
}

export function download(app: App) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([app.store.text], { type: 'application/json' }))
  const name = app.store.values.get('/name')?.scalar
  link.download = `${typeof name === 'string' && /^[\p{L}\p{N}_-]+$/u.test(name) ? name : 'create-cluster'}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
