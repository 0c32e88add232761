import { copyFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const root = import.meta.dirname
const inRoot = (path: string): string => join(root, path)

/** What runs in Node: CommonJS, since Electron 25 cannot load an ES module as main, and nothing from node_modules. */
const forNode = {
  target: 'node18',
  externalizeDeps: false,
  minify: false,
  sourcemap: false,
} as const

/** The solver reads its WebAssembly from the folder of its script. */
function solverBesideVault(): Plugin {
  return {
    name: 'luwte:solver-beside-vault',
    writeBundle({ dir }) {
      if (dir === undefined) return
      const solver = createRequire(import.meta.url).resolve('highs/runtime')
      copyFileSync(solver, join(dir, 'highs.wasm'))
    },
  }
}

export default defineConfig({
  main: {
    build: {
      ...forNode,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: inRoot('electron/main/index.ts'),
          vault: inRoot('electron/vault/index.ts'),
          kdf: inRoot('electron/vault/kdf.ts'),
          proof: inRoot('electron/vault/proof.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
    plugins: [solverBesideVault()],
  },
  preload: {
    build: {
      ...forNode,
      outDir: 'out/preload',
      rollupOptions: {
        input: { index: inRoot('electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: inRoot('renderer'),
    base: '/',
    plugins: [react()],
    build: {
      target: 'chrome114',
      outDir: inRoot('out/renderer'),
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: inRoot('renderer/index.html') },
    },
    worker: {
      format: 'es',
      // Only scripts in this folder are served with a policy that lets them compile WebAssembly.
      rollupOptions: {
        output: { entryFileNames: 'workers/[name]-[hash].js', chunkFileNames: 'workers/[name]-[hash].js' },
      },
    },
  },
})
