export const help = `masthead check [paths…]   checks the front matter of article files
masthead stats [paths…]   counts articles by type, topic, provider and month, and findings by rule

Paths are files, folders or globs; without any, the current folder. Files that .gitignore or masthead.config.yaml
excludes are left out, unless they are named.

  --format FORMAT        check: stylish or json (ESLint's result format); stats: text, json or markdown
  --config FILE          use this configuration; its globs are relative to the current folder
  --no-ignore            take files that .gitignore excludes too
  --help, --version

For check:
  --fix                  write the safe fixes
  --level LEVEL          least level that stylish shows: error, warning, info or hint (default: info)
  --max-warnings N       exit with 1 when there are more than N warnings
  --cache                keep what was found: the next run reads only files that have changed
  --cache-location DIR   keep it in this folder (default: .masthead/cache of the project)

Exit code: 0 no errors, 1 errors, 2 could not run.
`;
