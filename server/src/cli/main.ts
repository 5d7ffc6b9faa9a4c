console.error('masthead: `check` is not built yet');
process.exitCode = 2;
