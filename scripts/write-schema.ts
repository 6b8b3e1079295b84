/** Writes the generated files. A test compares them with the committed ones. */
import { writeFileSync } from 'node:fs'
import { generatedFiles } from './generated-files.ts'

for (const [path, text] of Object.entries(generatedFiles())) writeFileSync(path, text)
