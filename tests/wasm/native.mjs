/** The native build beside the module: varied requests, and findings to compare with. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** The same build that `cargo test` makes, so that nothing is compiled twice. */
function build() {
  const args = ['build', '--quiet', '--locked', '--workspace', '--example', 'native', '--message-format=json']
  const told = execFileSync('cargo', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30 })
  return lines(told)
    .map((line) => JSON.parse(line))
    .find((message) => message.executable && message.target.name === 'native').executable
}

let program

const run = (args, input) => {
  program ??= build()
  return execFileSync(program, args, { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 30 })
}

const lines = (text) => text.split('\n').slice(0, -1)

/** Requests without faults, each another. */
export const bodies = (count) => lines(run(['bodies', String(count)]))

/** For each text, its findings as JSON text. */
export function nativeFindings(texts, flags = 0) {
  const parts = texts.flatMap((text) => {
    const bytes = typeof text === 'string' ? Buffer.from(text) : text
    const length = Buffer.alloc(4)
    length.writeUInt32LE(bytes.length)
    return [length, bytes]
  })
  return lines(run(['findings', String(flags)], Buffer.concat(parts)))
}
