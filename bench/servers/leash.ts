// Loaded before any script that a bench starts: it dies with the bench, however the bench ended.

process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
process.channel?.unref();
