import loadHighs, { type Highs } from 'highs'

let loading: Promise<Highs> | undefined

/**
 * The linear and integer solver (HiGHS as WebAssembly), instantiated once per thread. It finds its own wasm
 * beside itself in node_modules, under `import` as well as under `require`, so a bundle that keeps `highs`
 * external needs no path.
 */
export function solver(): Promise<Highs> {
  loading ??= loadHighs()
  return loading
}
