import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { App } from './app/app.tsx'
import { schemaIssue } from './locale/schema-issues.ts'

// The page's policy forbids code made from text, which is how zod would make its parsers faster.
z.config({ jitless: true, localeError: schemaIssue })

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
