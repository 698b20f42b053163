#include "render/gl.h"

#include <cassert>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "render/shader_sources.h"

namespace render::gl {

void freeBuffer(GLuint name) {
    glDeleteBuffers(1, &name);
}
void freeTexture(GLuint name) {
    glDeleteTextures(1, &name);
}
void freeVertexArray(GLuint name) {
    glDeleteVertexArrays(1, &name);
}
void freeRenderbuffer(GLuint name) {
    glDeleteRenderbuffers(1, &name);
}
void freeFramebuffer(GLuint name) {
    glDeleteFramebuffers(1, &name);
}
void freeProgram(GLuint name) {
    glDeleteProgram(name);
}

namespace {

void freeShader(GLuint name) {
    glDeleteShader(name);
}

Owner<freeShader> compile(GLenum stage, std::string_view file, std::string_view defines = {}) {
    const std::string_view source = shaderSource(file);
    const std::size_t firstLine = source.find('\n') + 1;
    const std::string_view before = stage == GL_VERTEX_SHADER ? shaderSource("place.glsl") : "";
    // The line directive keeps the driver's line numbers those of the file.
    const std::string text = std::string(source.substr(0, firstLine)) + std::string(defines) +
                             std::string(before) + "#line 2\n" + std::string(source.substr(firstLine));
    Owner<freeShader> shader(glCreateShader(stage));
    const GLchar* start = text.data();
    const auto length = static_cast<GLint>(text.size());
    glShaderSource(shader.name(), 1, &start, &length);
    glCompileShader(shader.name());
    GLint compiled = GL_FALSE;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &compiled);
    if (compiled == GL_TRUE) return shader;
    char log[4096] = "";
    glGetShaderInfoLog(shader.name(), sizeof log, nullptr, log);
    std::fprintf(stderr, "harmattan: shaders/%.*s does not compile\n%s\n", static_cast<int>(file.size()),
                 file.data(), log);
    std::abort();
}

int bindAttributes(const std::vector<Attribute>& attributes, GLuint divisor) {
    int floats = 0;
    for (const Attribute& a : attributes) floats += a.components;
    GLuint index = 0;
    std::size_t offset = 0;
    for (const Attribute& a : attributes) {
        glEnableVertexAttribArray(index);
        glVertexAttribPointer(index, a.components, GL_FLOAT, GL_FALSE,
                              floats * static_cast<int>(sizeof(float)),
                              reinterpret_cast<const void*>(offset));
        glVertexAttribDivisor(index, divisor);
        offset += a.components * sizeof(float);
        ++index;
    }
    return floats;
}

void upload(const Buffer& buffer, const std::vector<float>& floats) {
    glBindBuffer(GL_ARRAY_BUFFER, buffer.name());
    glBufferData(GL_ARRAY_BUFFER, static_cast<GLsizeiptr>(floats.size() * sizeof(float)), floats.data(),
                 GL_STREAM_DRAW);
}

}  // namespace

Buffer makeBuffer() {
    GLuint name = 0;
    glGenBuffers(1, &name);
    return Buffer(name);
}

VertexArray makeVertexArray() {
    GLuint name = 0;
    glGenVertexArrays(1, &name);
    return VertexArray(name);
}

Texture makeTexture(GLenum filter) {
    GLuint name = 0;
    glGenTextures(1, &name);
    Texture texture(name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, static_cast<GLint>(filter));
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, filter == GL_NEAREST ? GL_NEAREST : GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    return texture;
}

Texture makeTexture(GLenum format, base::Size size, GLenum filter) {
    // The filter comes first: drivers make room for mipmaps unless it says that there are none.
    Texture texture = makeTexture(filter);
    if (format == GL_BGRA) {
        glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, size.w, size.h, 0, GL_BGRA, GL_UNSIGNED_INT_8_8_8_8_REV,
                     nullptr);
        return texture;
    }
    const GLenum channels = format == GL_R8 ? GL_RED : format == GL_RG8 ? GL_RG : GL_RGBA;
    glTexImage2D(GL_TEXTURE_2D, 0, static_cast<GLint>(format), size.w, size.h, 0, channels, GL_UNSIGNED_BYTE,
                 nullptr);
    return texture;
}

Framebuffer makeFramebuffer(const Texture& color) {
    GLuint name = 0;
    glGenFramebuffers(1, &name);
    Framebuffer framebuffer(name);
    glBindFramebuffer(GL_FRAMEBUFFER, name);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color.name(), 0);
    return framebuffer;
}

Canvas::Canvas(base::Size s, GLenum f, GLenum filter)
    : size(s), format(f), texture(makeTexture(f, s, filter)), framebuffer(makeFramebuffer(texture)) {
    if (f != GL_BGRA) return;
    // Into pixels of this order Mesa's software renderer has a quick way that is not exact and, now and then,
    // loses the colours of whole tiles (seen with 22.3). It does not take it where there is depth.
    GLuint name = 0;
    glGenRenderbuffers(1, &name);
    depth = Renderbuffer(name);
    glBindRenderbuffer(GL_RENDERBUFFER, name);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_DEPTH_COMPONENT16, s.w, s.h);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, name);
}

void Canvas::begin(base::Color color, Clearing clearing) const {
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer.name());
    glViewport(0, 0, size.w, size.h);
    if (clearing == Clearing::Needless) return;
    glClearColor(color.r, color.g, color.b, color.a);
    glClear(GL_COLOR_BUFFER_BIT);
}

Program::Program(std::string_view vertexFile, std::string_view fragmentFile, std::string_view defines)
    : m_name(glCreateProgram()) {
    const auto vertex = compile(GL_VERTEX_SHADER, vertexFile);
    const auto fragment = compile(GL_FRAGMENT_SHADER, fragmentFile, defines);
    glAttachShader(m_name.name(), vertex.name());
    glAttachShader(m_name.name(), fragment.name());
    glLinkProgram(m_name.name());
    GLint linked = GL_FALSE;
    glGetProgramiv(m_name.name(), GL_LINK_STATUS, &linked);
    if (linked == GL_TRUE) return;
    char log[4096] = "";
    glGetProgramInfoLog(m_name.name(), sizeof log, nullptr, log);
    std::fprintf(stderr, "harmattan: %.*s and %.*s do not link\n%s\n", static_cast<int>(vertexFile.size()),
                 vertexFile.data(), static_cast<int>(fragmentFile.size()), fragmentFile.data(), log);
    std::abort();
}

void Program::use() const {
    glUseProgram(m_name.name());
}
GLint Program::location(const char* uniform) const {
    return glGetUniformLocation(m_name.name(), uniform);
}
void Program::set(const char* uniform, int value) const {
    glUniform1i(location(uniform), value);
}
void Program::set(const char* uniform, float value) const {
    glUniform1f(location(uniform), value);
}
void Program::set(const char* uniform, base::Vec2 value) const {
    glUniform2f(location(uniform), static_cast<float>(value.x), static_cast<float>(value.y));
}
void Program::set(const char* uniform, base::Color value) const {
    glUniform4f(location(uniform), value.r, value.g, value.b, value.a);
}
void Program::setMatrix(const char* uniform, const std::array<float, 9>& rows) const {
    glUniformMatrix3fv(location(uniform), 1, GL_TRUE, rows.data());
}

InstanceStream::InstanceStream(std::vector<Attribute> attributes)
    : m_buffer(makeBuffer()), m_array(makeVertexArray()) {
    glBindVertexArray(m_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, m_buffer.name());
    m_floats = bindAttributes(attributes, 1);
}

void InstanceStream::draw(const std::vector<float>& floats) const {
    if (floats.empty()) return;
    glBindVertexArray(m_array.name());
    upload(m_buffer, floats);
    glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(floats.size()) / m_floats);
}

StripStream::StripStream(std::vector<Attribute> attributes)
    : m_buffer(makeBuffer()), m_array(makeVertexArray()) {
    glBindVertexArray(m_array.name());
    glBindBuffer(GL_ARRAY_BUFFER, m_buffer.name());
    m_floats = bindAttributes(attributes, 0);
}

void StripStream::draw(const std::vector<float>& floats) const {
    if (floats.empty()) return;
    glBindVertexArray(m_array.name());
    upload(m_buffer, floats);
    glDrawArrays(GL_TRIANGLE_STRIP, 0, static_cast<GLsizei>(floats.size()) / m_floats);
}

BufferTexture::BufferTexture() : m_buffer(makeBuffer()) {
    GLuint name = 0;
    glGenTextures(1, &name);
    m_texture = Texture(name);
}

void BufferTexture::bind(const std::vector<float>& floats) const {
    assert(floats.size() <= 4 * kMostTexels);
    upload(m_buffer, floats);
    glActiveTexture(GL_TEXTURE0);
    glBindTexture(GL_TEXTURE_BUFFER, m_texture.name());
    glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, m_buffer.name());
}

}  // namespace render::gl
