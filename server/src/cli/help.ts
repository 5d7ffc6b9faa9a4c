export const help = `masthead check [paths…]

Checks the front matter of article files. Paths are files, folders or globs; without any, the current folder.
Files that .gitignore or masthead.config.yaml excludes are left out, unless they are named.

  --fix                  write the safe fixes
  --format stylish|json  json is ESLint's result format (default: stylish)
  --level LEVEL          least level that stylish shows: error, warning, info or hint (default: info)
  --max-warnings N       exit with 1 when there are more than N warnings
  --config FILE          use this configuration; its globs are relative to the current folder
  --no-ignore            check files that .gitignore excludes too
  --help, --version

Exit code: 0 no errors, 1 errors, 2 could not run.
`;
