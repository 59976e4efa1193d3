package io.judgeflow.testkit.judge0;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The query of one request. */
record Query(String path, boolean base64, List<String> fields, List<String> tokens) {

    private static final String STANDARD = "token,time,memory,stdout,stderr,compile_output,message,status";

    private static final Set<String> ALL = Set.of(("source_code,language_id,stdin,expected_output,stdout,status_id,"
                    + "created_at,finished_at,time,memory,stderr,token,number_of_runs,cpu_time_limit,cpu_extra_time,"
                    + "wall_time_limit,memory_limit,stack_limit,max_processes_and_or_threads,"
                    + "enable_per_process_and_thread_time_limit,enable_per_process_and_thread_memory_limit,"
                    + "max_file_size,compile_output,exit_code,exit_signal,message,wall_time,compiler_options,"
                    + "command_line_arguments,redirect_stderr_to_stdout,callback_url,additional_files,enable_network,"
                    + "status,language")
            .split(","));

    static Query of(String uri) {
        var decoder = new QueryStringDecoder(uri);
        var wanted = first(decoder, "fields", STANDARD);
        var tokens = first(decoder, "tokens", "");
        return new Query(
                decoder.path(),
                first(decoder, "base64_encoded", "").equals("true"),
                wanted.equals("*") ? List.copyOf(ALL) : Arrays.asList(wanted.split(",")),
                tokens.isEmpty() ? List.of() : Arrays.asList(tokens.split(",")));
    }

    List<String> unknownFields() {
        return fields.stream().filter(field -> !ALL.contains(field)).toList();
    }

    private static String first(QueryStringDecoder decoder, String name, String otherwise) {
        var values = decoder.parameters().get(name);
        return values == null || values.getFirst().isEmpty() ? otherwise : values.getFirst();
    }
}
